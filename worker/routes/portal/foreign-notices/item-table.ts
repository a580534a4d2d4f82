import type { TableCell } from '../../../../site/models/portal-common.ts'
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
import { itemPath } from './item-filter.ts'

/** The columns of a list of codes of a notice. */
export const ITEM_COLUMNS = [F.code, F.holder, F.state, F.statusToday, F.cause] as const

export function itemCells(item: ListedItem, lang: Language): TableCell[] {
  const { state, passed, assignedName, status, cause, row, times } = item
  const listed = item.code === null || item.code === item.listed ? null : item.listed
  const repeated = times > 1 ? fill(W.timesSmall[lang], { times }) : null
  const result = passed === null ? null : RECHECK_NAMES[passed ? 'passed' : 'failed'][lang]
  return [
    {
      ...{ text: nameOf(item), href: itemPath(item.noticeId, item.id), code: true },
      small: joined([`${W.row[lang]} ${row}`, listed, repeated]),
    },
    { text: item.holder ?? '', small: joined([item.siteName, item.communeName]) },
    { text: ITEM_STATE_NAMES[state][lang], small: joined([result, assignedName]) },
    status === null ? { text: '' } : { text: '', status },
    { text: cause === null ? '' : CAUSE_NAMES[cause][lang] },
  ]
}

function joined(parts: readonly (string | null)[]): string | null {
  const there = parts.filter((part) => part !== null && part !== '')
  return there.length === 0 ? null : there.join(' · ')
}
