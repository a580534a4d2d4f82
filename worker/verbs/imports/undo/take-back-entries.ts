import { insertAmendments } from '../../../../db/queries/diary-entries.ts'
import {
  areUnamended,
  type ImportedEntry,
  readEntriesBack,
} from '../../../../db/queries/diary-undo.ts'
import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import type { ImportRunDetail } from '../../../../db/queries/import-runs.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../../db/queries/stale-documents.ts'
import { noteUndo } from '../../../../db/queries/undo-imports.ts'
import { fill } from '../../../copy/fill.ts'
import { UNDO_REPORT } from '../../../copy/reports/undo.ts'
import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { formatDate } from '../../../lib/time/format-date.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import { isWithin } from '../../codes/code-bounds.ts'
import type { VerbContext } from '../../context.ts'
import { boundsOf } from '../../guard/authorise.ts'
import { undoReportOf } from '../kept-report.ts'
import { withEntries } from './undo-report.ts'

/**
 * Takes the next entries of a diary back, each by a row that says it was never so. What was corrected
 * since stays as it is, and so does what lies elsewhere now. Refused where one is amended meanwhile.
 */
export async function takeBackEntries(
  ctx: VerbContext,
  given: { readonly run: ImportRunDetail; readonly limit: number },
): Promise<{ readonly statements: readonly Statement[]; readonly done: number }> {
  const { db } = ctx
  const { run, limit } = given
  const skip = run.rowsDone ?? 0
  const entries = await readEntriesBack(db, { importId: run.id, skip, limit })
  const kept = entries.flatMap((entry) => keptText(ctx, entry) ?? [])
  const taken = entries.filter((entry) => keptText(ctx, entry) === null)
  const before = undoReportOf(run)
  const undo = withEntries(before, { takenBack: taken.length, kept })
  const ids = taken.map(({ id }) => id)
  const done = skip + entries.length
  return {
    done,
    statements: [
      guardStatement(db, areUnamended(ids)),
      ...retractions(ctx, taken, before.reason),
      noteUndo(db, { id: run.id, rowsDone: done, undo }),
      auditStatement(ctx, {
        action: 'import.undo',
        entity: 'import_run',
        entityId: run.id,
        after: { changes: entries.length, entriesTakenBack: ids },
        reason: before.reason,
      }),
    ],
  }
}

/** Why an entry stays, in Vietnamese; null where it does not. */
function keptText(ctx: VerbContext, entry: ImportedEntry): string | null {
  const day = toCalendarDate(entry.occurredOn)
  const told = {
    name: entry.siteName,
    on: day === null ? entry.occurredOn : formatDate(day),
    summary: entry.summary,
  }
  if (!isTheirs(ctx, entry)) return fill(UNDO_REPORT.entryElsewhere, told)
  return entry.isAmended ? fill(UNDO_REPORT.entryAmended, told) : null
}

function isTheirs(ctx: VerbContext, entry: ImportedEntry): boolean {
  const bounds = boundsOf(ctx, 'imports.write')
  return bounds?.kind === 'organisation'
    ? entry.organisationId === bounds.organisationId
    : isWithin({ bounds }, entry)
}

function retractions(
  ctx: VerbContext,
  entries: readonly ImportedEntry[],
  reason: string,
): Statement[] {
  if (entries.length === 0) return []
  const rows = entries.map((entry) => ({
    id: ctx.newId(),
    siteId: entry.siteId,
    batchId: entry.batchId,
    kind: entry.kind,
    occurredOn: entry.occurredOn,
    recordedAt: ctx.now(),
    summary: entry.summary,
    details: entry.details,
    photos: entry.photos,
    declaredByRole: entry.declaredByRole,
    declaredByName: entry.declaredByName,
    amendsId: entry.id,
    retracts: true,
    reason,
    // It says nothing of its own; an entry is taken back once.
    fingerprint: `retracts:${entry.id}`,
  }))
  return [
    insertAmendments(ctx.db, rows),
    markDocumentsStale(ctx.db, {
      siteIds: [...new Set(entries.map(({ siteId }) => siteId))],
      batchIds: [...new Set(entries.flatMap(({ batchId }) => batchId ?? []))],
    }),
  ]
}
