import type { FindingItem } from '../../../../db/queries/findings.ts'
import { formatOn } from '../../../copy/format.ts'
import {
  FINDING_SEVERITY_NAMES,
  FINDING_STATE_NAMES,
  FINDINGS_COPY as W,
} from '../../../copy/portal/findings.ts'
import type { Language } from '../../../lib/text/local-text.ts'

const LONGEST = 90

/** The page of a finding in the portal. */
export function findingPath(id: string): `/portal/${string}` {
  return `/portal/findings/${encodeURIComponent(id)}`
}

/** Findings as a table. */
export function findingTable(rows: readonly FindingItem[], lang: Language) {
  return {
    columns: [W.what, W.about, W.severity, W.state, W.due].map((name) => ({ name: name[lang] })),
    rows: rows.map((row) => {
      const { id, text, shown, holder, severity, state, dueOn, foundOn } = row
      return [
        { text: firstWords(text), href: findingPath(id), small: formatOn(foundOn, lang) },
        { text: shown, small: holder },
        { text: FINDING_SEVERITY_NAMES[severity][lang] },
        { text: FINDING_STATE_NAMES[state][lang] },
        { text: dueOn === null ? '' : formatOn(dueOn, lang) },
      ]
    }),
    empty: W.empty[lang],
  }
}

/** The beginning of a text as one line. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST).toWellFormed()
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))}…`
}
