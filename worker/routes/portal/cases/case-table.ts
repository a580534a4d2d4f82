import type { CaseItem } from '../../../../db/queries/cases.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { formatOn } from '../../../copy/format.ts'
import { CASE_KIND_NAMES, CASE_STATE_NAMES } from '../../../copy/portal/case-names.ts'
import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { numberOf } from '../../../verbs/cases/open-case.ts'
import { casePath } from './case-path.ts'

/** The columns of a list of cases. */
export const CASE_COLUMNS = [W.number, W.name, W.kind, W.state, W.assigned, W.due] as const

export function caseCells(row: CaseItem, lang: Language): TableCell[] {
  const { id, title, kind, state, assignedName, dueOn, openedAt } = row
  return [
    {
      text: numberOf(row),
      href: casePath(id),
      code: true,
      small: formatOn(vietnamDateOf(openedAt), lang),
    },
    { text: title },
    { text: CASE_KIND_NAMES[kind][lang] },
    { text: CASE_STATE_NAMES[state][lang] },
    { text: assignedName ?? W.nobody[lang] },
    { text: dueOn === null ? '' : formatOn(dueOn, lang) },
  ]
}
