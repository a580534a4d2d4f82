import { fill } from '../../../copy/fill.ts'
import {
  CAUSE_NAMES,
  ITEM_STATE_NAMES,
  RECHECK_NAMES,
} from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { nameOf } from '../../../verbs/foreign-notices/change-items.ts'
import type { ListedItem } from '../../../verbs/foreign-notices/list-notices.ts'
import type { ColumnOf } from '../table-of.ts'
import { column } from '../table-of.ts'
import { itemPath } from './item-filter.ts'

/** The columns of a list of codes of a notice. */
export function itemColumns(lang: Language): readonly ColumnOf<ListedItem>[] {
  return [
    column(F.code, (item) => ({
      text: nameOf(item),
      href: itemPath(item.noticeId, item.id),
      code: true,
      small: listedText(item, lang),
    })),
    column(F.holder, (item) => ({
      text: item.holder ?? '',
      small: joined([item.siteName, item.communeName]),
    })),
    column(F.state, ({ state, passed, assignedName }) => {
      const result = passed === null ? null : RECHECK_NAMES[passed ? 'passed' : 'failed'][lang]
      return { text: ITEM_STATE_NAMES[state], small: joined([result, assignedName]) }
    }),
    column(F.statusToday, ({ status }) => ({ text: '', status: status ?? undefined })),
    column(F.cause, ({ cause }) => cause && CAUSE_NAMES[cause]),
  ]
}

/** Where it stands in the notice, as it was written there. */
function listedText({ code, listed, row, times }: ListedItem, lang: Language): string | null {
  const other = code === null || code === listed ? null : listed
  const repeated = times > 1 ? fill(W.timesSmall[lang], { times }) : null
  return joined([`${W.row[lang]} ${row}`, other, repeated])
}

function joined(parts: readonly (string | null)[]): string | null {
  const there = parts.filter((part) => part !== null && part !== '')
  return there.length === 0 ? null : there.join(' · ')
}
