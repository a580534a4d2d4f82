import { fill } from '../../../copy/fill.ts'
import { NEAR_NAMES } from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { NOTICE_REASON } from '../../../resources/foreign-notice.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { openItem } from '../../../verbs/foreign-notices/open-notice.ts'
import {
  reopenItem,
  type Settled,
  settleCodes,
} from '../../../verbs/foreign-notices/settle-codes.ts'
import { readUnsettled, type Unsettled } from '../../../verbs/foreign-notices/unsettled.ts'
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { itemPath, noticePath } from './item-filter.ts'

/** Chosen for a text that means no code of the register. */
const NONE = '-'
const CHOSEN = 'code-'
const TYPED = 'typed-'

/** Which codes the texts mean that none was found for: some at a time, one form. */
const settleForm = recordForm({
  path: '/portal/foreign-notices/:id/settle',
  may: 'foreign.decide',
  load: async ({ ctx, c, param }) =>
    readUnsettled(ctx, { id: param('id'), cursor: c.req.query('cursor') ?? null }),
  back: ({ row }) => noticePath(row.id),
  once: ({ ctx, texts }, { row: { id } }) =>
    settleCodes({ ctx, input: { id, settled: settledIn(texts), texts } }),
  done: (_, { row, total, items }) =>
    `${noticePath(row.id)}${total > items.length ? '/settle' : ''}?done=settled`,
  page: ({ lang, c }, { loaded }) => {
    const { id } = loaded.row
    const cursor = c.req.query('cursor')
    const query = cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`
    return {
      title: W.settle[lang],
      facts: [{ label: W.notice[lang], text: loaded.row.number, code: true }],
      note: (loaded.items.length === 0 ? W.settleEmpty : W.settleNote)[lang],
      action: `${noticePath(id)}/settle${query}`,
      save: W.settleSave[lang],
      inputs: loaded.items.flatMap((item) => inputsOf(item, lang)),
      sections: moreOf(loaded, lang),
    }
  },
})

/** Takes back which code one of them means. */
const reopenForm = recordForm({
  path: '/portal/foreign-notices/:id/items/:item/reopen',
  may: 'foreign.decide',
  load: ({ ctx, param }) => {
    const asked = { noticeId: param('id'), id: param('item') }
    return openItem(ctx, asked, 'foreign.decide')
  },
  asks: NOTICE_REASON,
  back: ({ row, item }) => itemPath(row.id, item.id),
  once: ({ ctx, texts }, { row, item }) =>
    reopenItem({ ctx, input: { id: row.id, item: item.id, texts } }),
  done: 'moved',
  page: ({ lang }, { loaded: { item } }) => ({
    title: W.reopenItem[lang],
    facts: [{ label: W.listed[lang], text: item.listed, code: true }],
    save: W.reopenItem[lang],
  }),
})

export const settleForms: readonly PortalRoute[] = [...settleForm, ...reopenForm]

/** What a form says of each text: a code that was typed goes before one that was chosen. */
function settledIn(texts: Readonly<Record<string, string>>): Settled {
  const codes: Record<string, string> = {}
  const leftOut: string[] = []
  for (const [name, value] of Object.entries(texts)) {
    if (!name.startsWith(CHOSEN) || value === '') continue
    const id = name.slice(CHOSEN.length)
    if (value === NONE) leftOut.push(id)
    else codes[id] = value
  }
  for (const [name, value] of Object.entries(texts)) {
    if (!name.startsWith(TYPED) || value.trim() === '') continue
    codes[name.slice(TYPED.length)] = value
  }
  return { codes, leftOut: leftOut.filter((id) => codes[id] === undefined) }
}

function inputsOf({ item, near }: Unsettled['items'][number], lang: Language): FormInput[] {
  const { id, row, listed } = item
  return [
    {
      ...{ name: `${CHOSEN}${id}`, row: id, type: 'select' },
      label: fill(W.settleRow[lang], { row, listed }),
      choices: [
        ...near.map(({ code, why, holder }) => ({
          ...{ value: code, text: `${code} (${NEAR_NAMES[why][lang]}) · ${holder}` },
        })),
        { value: NONE, text: W.settleNone[lang] },
      ],
    },
    {
      ...{ name: `${TYPED}${id}`, row: id, maxlength: 60, code: true },
      label: fill(W.otherCode[lang], { row }),
    },
  ]
}

function moreOf({ row, total, items, nextCursor }: Unsettled, lang: Language) {
  if (nextCursor === null) return []
  const href = `${noticePath(row.id)}/settle?${new URLSearchParams({ cursor: nextCursor })}`
  return [
    {
      ...{ id: 'more', title: W.more[lang] },
      text: fill(W.rest[lang], { count: total - items.length }),
      links: [{ href, text: W.more[lang] }],
    },
  ]
}
