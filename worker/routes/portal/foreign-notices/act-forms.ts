import { fill } from '../../../copy/fill.ts'
import { ITEM_STATE_NAMES } from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { ItemAct } from '../../../domain/foreign-notices/item-workflow.ts'
import { sendLetters } from '../../../jobs/send-letters.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import {
  NOTICE_ASSIGNMENT,
  NOTICE_CAUSE,
  NOTICE_CLOSING,
  NOTICE_RECHECK,
  NOTICE_REPLY,
  NOTICE_REPORT,
  NOTICE_RETURN,
} from '../../../resources/foreign-notice.ts'
import { formInputs } from '../../../resources/form.ts'
import type { Choice } from '../../../resources/form-input.ts'
import {
  assignItems,
  closeItems,
  deskOf,
  recheckItems,
  recordReport,
  replyFor,
  returnReports,
  settleCause,
} from '../../../verbs/foreign-notices/act-on-items.ts'
import { nameOf } from '../../../verbs/foreign-notices/change-items.ts'
import { type Selected, selectFor, stampOf } from '../../../verbs/foreign-notices/select-items.ts'
import { tellHoldersOf } from '../../../verbs/foreign-notices/tell-holders.ts'
import { actOnce } from '../act-once.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { filterOf, itemPath, NOTICES_PATH, noticePath, queryOf } from './item-filter.ts'

type ActForm = {
  readonly name: string
  readonly act: ItemAct
  readonly may: Permission
  readonly title: LocalText
  readonly fields: { readonly fields: object }
  readonly verb: (asked: Parameters<typeof assignItems>[0]) => Promise<{ readonly id: string }>
  readonly values?: (portal: Portal) => Record<string, string>
  readonly choices?: (portal: Portal, selected: Selected) => Promise<readonly Choice[]>
  /** Holders have something to report from then on, and are told. */
  readonly tells?: true
}

/** The steps of a notice, each done to all codes that are meant, at once. */
export const NOTICE_ACTS: readonly ActForm[] = [
  {
    ...{ name: 'assign', act: 'assign', may: 'foreign.work', title: W.assign },
    ...{ fields: NOTICE_ASSIGNMENT, verb: assignItems, tells: true },
    values: ({ person }) => ({ assignedTo: person.userId }),
    choices: async ({ ctx }, selected) =>
      (await deskOf(ctx, selected)).map(({ userId, name, organisation }) => ({
        ...{ value: userId, text: `${name} · ${organisation}` },
      })),
  },
  {
    ...{ name: 'cause', act: 'find_cause', may: 'foreign.work', title: W.settleCause },
    ...{ fields: NOTICE_CAUSE, verb: settleCause },
  },
  {
    ...{ name: 'report', act: 'report', may: 'foreign.work', title: W.recordReport },
    ...{ fields: NOTICE_REPORT, verb: recordReport },
  },
  {
    ...{ name: 'return', act: 'return', may: 'foreign.work', title: W.returnReports },
    ...{ fields: NOTICE_RETURN, verb: returnReports, tells: true },
  },
  {
    ...{ name: 'recheck', act: 'recheck', may: 'foreign.work', title: W.recheck },
    ...{ fields: NOTICE_RECHECK, verb: recheckItems },
  },
  {
    ...{ name: 'reply', act: 'reply', may: 'foreign.decide', title: W.reply },
    ...{ fields: NOTICE_REPLY, verb: replyFor },
    values: ({ ctx }) => ({ repliedOn: vietnamDateOf(ctx.now()) }),
  },
  {
    ...{ name: 'close', act: 'close', may: 'foreign.decide', title: W.close },
    ...{ fields: NOTICE_CLOSING, verb: closeItems },
  },
]

export const noticeActForms: readonly PortalRoute[] = NOTICE_ACTS.flatMap(actForm)

function actForm(given: ActForm): readonly PortalRoute[] {
  const { name, act, may, fields, verb, tells } = given
  return recordForm({
    path: `/portal/foreign-notices/:id/${name}`,
    may,
    load: async (portal) => {
      const filter = filterOf(portal)
      const selected = await selectFor(portal.ctx, { id: portal.param('id'), filter }, { act, may })
      const choices = await given.choices?.(portal, selected)
      return { filter, selected, choices, values: given.values?.(portal) ?? {} }
    },
    values: ({ values }) => values,
    stamp: ({ selected }) => ({ expected: stampOf(selected) }),
    back: ({ filter, selected }) => backOf(selected.row.id, filter),
    act: async (sent, { filter }) => {
      const { param, texts, deps } = sent
      const id = param('id')
      await actOnce(sent, (ctx) => verb({ ctx, input: { id, filter, texts } }))
      if (tells === true) {
        await tellHoldersOf(sent.ctx, id)
        deps.waitUntil(sendLetters(deps))
      }
    },
    done: 'moved',
    page: ({ lang }, { loaded: { filter, selected, choices } }) => ({
      ...headOf({ title: given.title, selected, lang }),
      action: `${NOTICES_PATH}/${encodeURIComponent(selected.row.id)}/${name}${queryOf(filter)}`,
      save: given.title[lang],
      inputs: formInputs(fields, {
        lang,
        ...(choices === undefined ? {} : { choices: { assignedTo: choices } }),
      }),
    }),
  })
}

/** Back to one code, else to the notice. */
export function backOf(id: string, { item }: ReturnType<typeof filterOf>): string {
  return item == null ? noticePath(id) : itemPath(id, item)
}

/** What is meant, in figures and by the first few names. */
export function headOf(of: {
  readonly title: LocalText
  readonly selected: Selected
  readonly lang: Language
}) {
  const { title, selected, lang } = of
  const { items, row } = selected
  const states = [...new Set(items.map(({ state }) => ITEM_STATE_NAMES[state][lang]))]
  const names = items.slice(0, 5).map(nameOf)
  return {
    title: fill(W.actTitle[lang], { act: title[lang], count: items.length }),
    note: (items.length === 0 ? W.actNothing : W.actNote)[lang],
    facts: [
      { label: W.notice[lang], text: row.number, code: true },
      { label: W.meantState[lang], text: states.join(', ') },
      {
        label: F.code[lang],
        text: names.join(', ') + (items.length > names.length ? ', …' : ''),
        code: true,
      },
    ],
  }
}
