import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import type { CodeRecord, FaultyCodeRow } from '../../domain/lists/records/code-records.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import type { IssueKind } from '../../domain/lists/records/issue-kinds.ts'
import { type FaultyField, rowIssue } from '../imports/planned-row.ts'
import { contradictedRow, refusalOf } from './code-decisions.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import { askCode } from './near-known.ts'
import { type SiteOfRow, siteOfRow } from './site-of-row.ts'

export type CheckedRow =
  | { readonly ok: true; readonly found: Extract<SiteOfRow, { ok: true }> }
  | { readonly ok: false; readonly issues: readonly RowIssue[] }

/** All that the register, or the list before it, has against a row: told at once, not one by one. */
export function checkRow(
  state: CodeListState,
  input: { readonly imported: ImportedRecord<CodeRecord>; readonly warn: Warn },
): CheckedRow {
  const { imported } = input
  const found = siteOfRow(state, input)
  if (!found.ok) {
    const { issues } = found
    // Of a code that is not the writer's, or not there any more, nothing else is told.
    const isHidden = issues.some(({ kind }) => kind === 'elsewhere' || kind === 'withdrawn')
    return {
      ok: false,
      issues: isHidden ? issues : [...issues, ...refusedDecisions(state, imported)],
    }
  }
  const issues = refusedDecisions(state, imported)
  const contradicted = issues.length > 0 ? [] : contradictions(state, imported)
  return issues.length + contradicted.length > 0
    ? { ok: false, issues: [...issues, ...contradicted] }
    : { ok: true, found }
}

/** Columns without which a kind of fault cannot be told. */
const RESTS_ON: Readonly<Partial<Record<IssueKind, readonly string[]>>> = {
  similar_holder: ['holderName', 'province'],
  holder: ['holderName', 'commune', 'province'],
  other_site: ['kind', 'siteName', 'holderName', 'commune', 'province'],
  decision: ['market', 'effectiveOn', 'status', 'validTo'],
}

/**
 * What else stands against a row that was refused already for what its cells say, so that whoever
 * mends it hears all of it. Places are told of by the reader.
 */
export function faultsOfRefused(
  state: CodeListState,
  { imported, unread }: FaultyCodeRow,
): RowIssue[] {
  const nothing = () => undefined
  const found = siteOfRow(state, { imported, warn: nothing })
  const asked = askCode(state.near, imported)
  const issues = [
    ...(asked === null ? [] : [asked]),
    ...(found.ok ? [] : found.issues),
    ...refusedDecisions(state, imported),
  ]
  const isHidden = issues.some(({ kind }) => kind === 'elsewhere' || kind === 'withdrawn')
  return issues.filter(({ kind }) => {
    if (kind === 'place' || (isHidden && kind === 'decision')) return false
    return !(RESTS_ON[kind] ?? []).some((id) => unread.has(id))
  })
}

function refusedDecisions(state: CodeListState, imported: ImportedRecord<CodeRecord>): RowIssue[] {
  const { record } = imported
  const reasons = record.markets.flatMap(
    (market) => refusalOf(state, { record, market, part: 'status' }) ?? [],
  )
  return [...new Set(reasons)].map((reason) => rowIssue(imported, statusField(record), reason))
}

function contradictions(state: CodeListState, imported: ImportedRecord<CodeRecord>): RowIssue[] {
  const { record, row } = imported
  for (const market of record.markets) {
    const before = contradictedRow(state, { record, market, row })
    if (before === null) continue
    const reason = fill(CODE_REPORT.statusContradicted, { row: before })
    return [rowIssue(imported, { ...statusField(record), kind: 'contradicted' }, reason)]
  }
  return []
}

function statusField({ status }: CodeRecord): FaultyField {
  return { column: REPORT_COLUMNS.status, value: status ?? '', id: 'status', kind: 'decision' }
}
