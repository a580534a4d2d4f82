import { insertAmendments } from '../../../../db/queries/diary-entries.ts'
import {
  areUnamended,
  type ImportedEntry,
  readEntriesBack,
} from '../../../../db/queries/diary-undo.ts'
import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import type { Statement } from '../../../../db/queries/run-batch.ts'
import { markDocumentsStale } from '../../../../db/queries/stale-documents.ts'
import { fill } from '../../../copy/fill.ts'
import { UNDO_REPORT } from '../../../copy/reports/undo.ts'
import { toCalendarDate } from '../../../lib/time/calendar-date.ts'
import { formatDate } from '../../../lib/time/format-date.ts'
import { isWithin } from '../../codes/code-bounds.ts'
import type { VerbContext } from '../../context.ts'
import { boundsOf } from '../../guard/authorise.ts'
import type { TakeBack } from './taken-back.ts'

/**
 * Takes the next entries of a diary back, each by a row that says it was never so. What was corrected
 * since stays as it is, and so does what lies elsewhere now. Refused where one is amended meanwhile.
 */
export const takeBackEntries: TakeBack = async (ctx, asked) => {
  const entries = await readEntriesBack(ctx.db, asked)
  const kept = entries.flatMap((entry) => keptText(ctx, entry) ?? [])
  const taken = entries.filter((entry) => keptText(ctx, entry) === null)
  const ids = taken.map(({ id }) => id)
  return {
    looked: entries.length,
    statements: [
      guardStatement(ctx.db, areUnamended(ids)),
      ...retractions(ctx, taken, asked.reason),
    ],
    counts: [['entriesTakenBack', ids.length]],
    kept,
    logged: { entriesTakenBack: ids },
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
