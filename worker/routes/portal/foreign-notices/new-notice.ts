import type { FormView } from '../../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { NEAR_NAMES } from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { ListedCode } from '../../../domain/foreign-notices/listed-codes.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { FOREIGN_NOTICE } from '../../../resources/foreign-notice.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { type MatchedList, matchListed } from '../../../verbs/foreign-notices/match-listed.ts'
import { readListed } from '../../../verbs/foreign-notices/read-listed.ts'
import { recordNotice } from '../../../verbs/foreign-notices/record-notice.ts'
import { actOnce, ONCE } from '../act-once.ts'
import { answerForm } from '../answer-form.ts'
import { marketChoices } from '../codes/choices.ts'
import { confirmedIn, freshForm, typedValues } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { fileOf } from '../sites/form-text.ts'
import { NOTICES_PATH, noticePath } from './item-filter.ts'

const MEBIBYTE = 1024 * 1024
const MAX_FILE_MB = 5
export const NEW_NOTICE_MAX_BYTES = (MAX_FILE_MB + 1) * MEBIBYTE
const DOMESTIC = 'VNM'
/** Rows of each table of the preview. */
const SHOWN = 200

/** `GET /portal/foreign-notices/new`. */
export function showNewNotice(portal: Portal): Promise<Response> {
  const { ctx } = portal
  const receivedOn = vietnamDateOf(ctx.now())
  return showForm(portal, freshForm({ receivedOn, [ONCE]: ctx.newId() }))
}

/**
 * `POST /portal/foreign-notices/new`: shows what the list was read as; sent again with that confirmed,
 * records it. Codes of a file stand in the form from then on, to be looked through and mended there.
 */
export async function sendNewNotice(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  let listed: readonly ListedCode[] = []
  return answerForm(portal, {
    act: async () => {
      const texts = typedValues(form)
      const file = await fileOf(form, 'file')
      listed = await readListed(
        file === null ? { kind: 'pasted', text: texts['list'] ?? '' } : { kind: 'file', ...file },
        ctx.giveWay,
      )
      const confirmed = confirmedIn(texts)
      const { id } = await actOnce(portal, (once) =>
        recordNotice({ ctx: once, input: { texts, listed, confirmed } }),
      )
      deps.waitUntil(sendLetters(deps))
      return seeOther(portal, `${noticePath(id)}?done=recorded`)
    },
    refused: async (view, status) => {
      const list = listed.length === 0 ? null : await matchListed(ctx, listed)
      // The form may be sent again, with a key of its own: what it asks for has changed.
      const again = { [ONCE]: ctx.newId(), ...(list === null ? {} : { list: linesOf(listed) }) }
      return showForm(portal, { ...view, values: { ...view.values, ...again } }, { status, list })
    },
  })
}

function linesOf(listed: readonly ListedCode[]): string {
  return listed.map((each) => each.listed).join('\n')
}

function showForm(
  portal: Portal,
  form: FormView,
  shown: { readonly status: number; readonly list: MatchedList | null } = {
    status: 200,
    list: null,
  },
): Promise<Response> {
  const { lang } = portal
  const { status, list } = shown
  const isAsked = form.questions !== undefined
  return showPortalPage(
    portal,
    {
      kind: 'portal/record',
      title: W.newTitle[lang],
      note: W.newNote[lang],
      id: null,
      action: `${NOTICES_PATH}/new`,
      backHref: NOTICES_PATH,
      save: (isAsked ? W.add : W.check)[lang],
      inputs: inputsIn(lang),
      file: {
        ...{ name: 'file', label: F.file[lang], hint: '', accept: '.xlsx,.csv' },
        ...{ maxMb: MAX_FILE_MB, isOptional: true },
      },
      sections: list === null ? [] : previewSections(list, lang),
      form,
    },
    status,
  )
}

function inputsIn(lang: Language): FormInput[] {
  const markets = marketChoices(lang).filter(({ value }) => value !== DOMESTIC)
  const own = formInputs(FOREIGN_NOTICE, { lang, choices: { market: markets } })
  const list: FormInput = {
    ...{ name: 'list', label: F.list[lang], hint: F.listHint[lang], type: 'textarea' },
    code: true,
  }
  return [...own, list]
}

/** What stands in the way, each text with its row: nothing of the list is passed over in silence. */
function previewSections({ matches, notSearched }: MatchedList, lang: Language): DetailSection[] {
  const near = matches.flatMap((each) =>
    each.match.kind === 'near' ? [{ ...each, near: each.match.near }] : [],
  )
  const unknown = matches.filter(({ match }) => match.kind === 'unknown')
  const repeated = matches.filter(({ times }) => times > 1)
  const cut = (count: number) =>
    count > SHOWN ? { after: fill(W.cut[lang], { count: SHOWN }) } : {}
  const columns = (last: { readonly [L in Language]: string }) =>
    [W.listed, last].map((name) => ({ name: name[lang] }))
  const cell = ({ row, listed }: ListedCode) => ({
    ...{ text: listed, code: true, small: `${W.row[lang]} ${row}` },
  })
  const sections: (DetailSection & { readonly count: number })[] = [
    {
      ...{ id: 'near', title: W.nearTitle[lang], text: W.nearNote[lang], count: near.length },
      ...cut(near.length),
      table: {
        columns: columns(W.mayBe),
        rows: near.slice(0, SHOWN).map((each) => [
          cell(each),
          {
            text: each.near.map(({ code, why }) => `${code} (${NEAR_NAMES[why][lang]})`).join(', '),
          },
        ]),
        empty: '',
      },
    },
    {
      ...{ id: 'unknown', title: W.unknownTitle[lang], count: unknown.length },
      ...(notSearched === 0 ? {} : { text: fill(W.notSearched[lang], { count: notSearched }) }),
      ...cut(unknown.length),
      table: {
        columns: [{ name: W.listed[lang] }],
        rows: unknown.slice(0, SHOWN).map((each) => [cell(each)]),
        empty: '',
      },
    },
    {
      ...{ id: 'repeated', title: W.repeatedTitle[lang], count: repeated.length },
      ...cut(repeated.length),
      table: {
        columns: columns(W.times),
        rows: repeated.slice(0, SHOWN).map((each) => [cell(each), { text: String(each.times) }]),
        empty: '',
      },
    },
  ]
  return sections.filter(({ count }) => count > 0).map(({ count: _, ...section }) => section)
}
