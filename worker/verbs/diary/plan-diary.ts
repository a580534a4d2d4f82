import { type KnownFingerprint, nextFingerprint } from '../../../db/queries/diary-fingerprints.ts'
import type { DiaryBatch, DiarySite, NewDiaryEvent } from '../../../db/queries/diary-imports.ts'
import { fill } from '../../copy/fill.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import { DIARY_REPORT } from '../../copy/reports/diary.ts'
import { harvestAllowedOn } from '../../domain/diary/pre-harvest.ts'
import type { DiaryRecord } from '../../domain/lists/records/diary-records.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import { formatDate } from '../../lib/time/format-date.ts'
import { type PlannedRow, refuseRow, rowWarning } from '../imports/planned-row.ts'
import { declaredRoleOf } from './declared-role.ts'
import { diaryDetails, diarySummary } from './diary-entry-text.ts'
import { matchBatch } from './match-batch.ts'

/** What a diary is decided with. */
export type DiaryState = {
  readonly sitesByCode: ReadonlyMap<string, DiarySite>
  readonly batches: readonly DiaryBatch[]
  /** What is on record, by `site\nfingerprint`. */
  readonly known: ReadonlyMap<string, KnownFingerprint>
  /** Of what each line says, and of what it was read as before where that differs. */
  readonly fingerprints: ReadonlyMap<
    DiaryRecord,
    { readonly now: string; readonly before: string | null }
  >
  /** The organisation whose own diary it is; null where anybody's may stand in the list. */
  readonly ownId: string | null
  readonly newId: () => string
  /** Calendar date in Viet Nam. */
  readonly today: string
  /** Where this file says it first, by `site\nfingerprint`. */
  readonly seen: Map<string, { readonly sheet: string; readonly row: number }>
}

/** The role under which each kind of holder declares what it did. */
/** Decides diary rows in order. */
export function planDiary(
  state: DiaryState,
  records: readonly ImportedRecord<DiaryRecord>[],
): PlannedRow<NewDiaryEvent>[] {
  return records.map((imported) => planRow(state, imported))
}

function planRow(
  state: DiaryState,
  imported: ImportedRecord<DiaryRecord>,
): PlannedRow<NewDiaryEvent> {
  const { record, sheet, row } = imported
  const site = state.sitesByCode.get(record.growingAreaCode)
  if (site === undefined) {
    const field = areaField(record)
    const reason = fill(DIARY_REPORT.codeUnknown, { code: record.growingAreaCode })
    return refuseRow(imported, field, reason)
  }
  if (state.ownId !== null && site.organisationId !== state.ownId) {
    const field = areaField(record)
    const reason = fill(DIARY_REPORT.notOwn, { code: record.growingAreaCode })
    return refuseRow(imported, field, reason)
  }
  if (record.occurredOn > state.today) {
    const field = {
      id: 'occurredOn',
      column: REPORT_COLUMNS.day,
      value: formatDate(record.occurredOn),
    }
    return refuseRow(imported, field, DIARY_REPORT.dayAhead)
  }
  const warnings: SheetWarning[] = []
  const named = batchOf(state, { imported, site, warnings })
  if ('outcome' in named) return named
  const prints = state.fingerprints.get(record) ?? { now: '', before: null }
  const key = `${site.siteId}\n${prints.now}`
  const before = state.seen.get(key)
  if (before !== undefined && (before.row !== row || before.sheet !== sheet)) {
    const message = fill(DIARY_REPORT.repeated, { row: before.row, sheet: before.sheet })
    warnings.push(rowWarning(imported, 'repeated_entry', message))
    return { outcome: 'unchanged', warnings }
  }
  state.seen.set(key, { sheet, row })
  const known = state.known.get(key)
  const knownBefore = state.known.get(`${site.siteId}\n${prints.before}`)
  if (known?.stands || knownBefore?.stands) return { outcome: 'unchanged', warnings }
  const details = diaryDetails(record)
  const write = {
    id: state.newId(),
    siteId: site.siteId,
    batchId: named.batchId,
    kind: record.kind,
    occurredOn: record.occurredOn,
    summary: diarySummary(record),
    details,
    allowedOn: harvestAllowedOn({ ...record, summary: '', details }),
    declaredByRole: declaredRoleOf(site.orgKind),
    declaredByName: site.orgName,
    fingerprint: nextFingerprint(prints.now, known?.times ?? 0),
  }
  const change = `${site.code}, ${formatDate(record.occurredOn)}: ${write.summary}`
  return { outcome: 'added', change, write, warnings }
}

function areaField({ growingAreaCode: value }: DiaryRecord) {
  return { id: 'growingAreaCode', column: REPORT_COLUMNS.growingArea, value }
}

/** The batch a line names, by REF or lot; a batch of others that has no part of this area is refused. */
function batchOf(
  state: DiaryState,
  input: {
    imported: ImportedRecord<DiaryRecord>
    site: DiarySite
    warnings: SheetWarning[]
  },
): { readonly batchId: string | null } | PlannedRow<NewDiaryEvent> {
  const { imported, site, warnings } = input
  const text = imported.record.batchRef
  if (text === null) return { batchId: null }
  const match = matchBatch(state.batches, { text, ...site })
  switch (match.kind) {
    case 'batch':
      return { batchId: match.id }
    case 'of_others': {
      const named = { ref: match.ref, code: site.code, organisation: site.orgName }
      const reason = fill(DIARY_REPORT.batchOfOthers, named)
      const field = { id: 'batchRef', column: REPORT_COLUMNS.batch, value: text }
      return refuseRow(imported, field, reason)
    }
    case 'unknown': {
      const message = fill(DIARY_REPORT.batchUnknown, { lot: text })
      warnings.push(rowWarning(imported, 'batch_unknown', message))
      return { batchId: null }
    }
    case 'ambiguous': {
      const message = fill(DIARY_REPORT.batchAmbiguous, { count: match.count, lot: text })
      warnings.push(rowWarning(imported, 'batch_unknown', message))
      return { batchId: null }
    }
  }
}
