import type { FindingItem } from '../../../../db/queries/findings.ts'
import { formatOn } from '../../../copy/format.ts'
import {
  FINDING_SEVERITY_NAMES,
  FINDING_STATE_NAMES,
  FINDINGS_COPY as W,
} from '../../../copy/portal/findings.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { pathIn } from '../path-in.ts'
import { type ColumnOf, column, tableOf } from '../table-of.ts'

const LONGEST = 90

/** The page of a finding in the portal. */
export const findingPath = pathIn('/portal/findings')

/** The columns of a table of findings. */
export function findingColumns(lang: Language): readonly ColumnOf<FindingItem>[] {
  return [
    column(W.what, ({ text, id, foundOn }) => ({
      text: firstWords(text),
      href: findingPath(id),
      small: formatOn(foundOn, lang),
    })),
    column(W.about, ({ shown, holder }) => ({ text: shown, small: holder })),
    column(W.severity, ({ severity }) => FINDING_SEVERITY_NAMES[severity]),
    column(W.state, ({ state }) => FINDING_STATE_NAMES[state]),
    column(W.due, ({ dueOn }) => dueOn && formatOn(dueOn, lang)),
  ]
}

/** Findings as the table of a section. */
export function findingTable(rows: readonly FindingItem[], lang: Language) {
  return tableOf(rows, { columns: findingColumns(lang), empty: W.empty })
}

/** The beginning of a text as one line. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST).toWellFormed()
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))}…`
}
