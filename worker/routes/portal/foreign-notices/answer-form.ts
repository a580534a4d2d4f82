import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { NOTICE_ANSWER } from '../../../resources/foreign-notice.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { answerNotice, selectForAnswer } from '../../../verbs/foreign-notices/answer-notice.ts'
import { nameOf } from '../../../verbs/foreign-notices/change-items.ts'
import type { Selected } from '../../../verbs/foreign-notices/select-items.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { PHOTO_OR_PDF, paperFile } from '../papers/paper-file.ts'
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { filesOf } from '../sites/form-text.ts'
import { filterOf, noticePath, queryOf } from './item-filter.ts'

const FORM_BYTES = 256 * 1024

/** How a holder answers for codes of theirs; all that wait are chosen, `?item=` chooses one. */
export const answerForms: readonly PortalRoute[] = recordForm({
  path: '/portal/foreign-notices/:id/answer',
  may: 'foreign.answer',
  maxBytes: 2 * MAX_PAPER_BYTES + FORM_BYTES,
  load: async (portal) => ({
    selected: await selectForAnswer(portal.ctx, portal.param('id')),
    filter: filterOf(portal),
  }),
  values: ({ selected, filter }) => ({
    items: selected.items
      .filter(({ id }) => filter.item == null || id === filter.item)
      .map(({ id }) => id)
      .join('\n'),
  }),
  back: ({ selected: { row } }) => noticePath(row.id),
  once: async ({ ctx, deps: { files }, param, form, texts }) => {
    const papers = await filesOf(form, 'file')
    return answerNotice({ ctx, files, input: { id: param('id'), texts, papers } })
  },
  done: 'answered',
  page: ({ lang }, { loaded: { selected, filter } }) => {
    const { row } = selected
    return {
      title: fill(W.answerTitle[lang], { number: row.number }),
      note: (selected.items.length === 0 ? W.actNothing : W.answerNote)[lang],
      facts: [
        { label: F.subject[lang], text: row.subject },
        { label: W.holderDue[lang], text: formatOn(row.holderDueOn, lang) },
      ],
      action: `${noticePath(row.id)}/answer${queryOf({ item: filter.item ?? null })}`,
      save: W.answer[lang],
      inputs: inputsOf(selected, lang),
      file: paperFile({
        ...{ label: W.answerFile[lang], hint: '', accept: PHOTO_OR_PDF },
        ...{ multiple: true, isOptional: true },
      }),
    }
  },
})

function inputsOf({ items }: Selected, lang: Language): FormInput[] {
  const isSettled = items.every(({ cause }) => cause !== null)
  return formInputs(NOTICE_ANSWER, {
    lang,
    without: isSettled ? ['cause'] : [],
    choices: { items: items.map((item) => ({ value: item.id, text: nameOf(item) })) },
  })
}
