import { readStoredLinks, readUnitVersions } from '../../../db/queries/unit-successions.ts'
import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import { readSuccessionRecords } from '../../domain/lists/records/succession-records.ts'
import { planSuccessions, type SuccessionDay } from '../../domain/places/plan-successions.ts'
import type { SheetProblem } from '../../lib/sheet/problem.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { rebuildMarkedDocuments } from '../diary/rebuild-marked-documents.ts'
import { requireAny } from '../guard/authorise.ts'
import type { ImportInput } from '../imports/import-report.ts'
import { forgetPlaces } from '../imports/load-places.ts'
import { openImportFile } from '../imports/open-import-file.ts'
import { type Moved, movePlaces, noMoves } from './move-places.ts'
import { type StoredDay, storeDay } from './store-day.ts'
import { successionIssue } from './succession-issue.ts'

export type SuccessionReport = {
  readonly dryRun: boolean
  /** Rows of the list: what each came to. */
  readonly counts: { readonly fresh: number; readonly known: number; readonly refused: number }
  readonly refused: readonly RowIssue[]
  readonly warnings: readonly SheetWarning[]
  readonly unitsEnded: number
  readonly unitsBegun: number
  /** Outlines that are no longer those of their unit and were taken out. */
  readonly outlinesRemoved: number
  readonly moved: Moved
}

export type SuccessionOutcome =
  | { readonly ok: true; readonly report: SuccessionReport }
  | { readonly ok: false; readonly problem: SheetProblem }

/**
 * Carries out a list of merged, split and renamed provinces and communes, typed from the decree.
 * What rests on an old unit with one successor goes along: places, organisations, officers' places.
 * Codes and labels stay as printed. Where a unit was divided, its places stay and are told to the
 * officers. The same list read in again changes nothing, and finishes a run that was cut off.
 */
export async function applySuccession({
  ctx,
  input,
}: Call<ImportInput>): Promise<SuccessionOutcome> {
  requireAny(ctx, 'organisations.write')
  const { reading } = await openImportFile(input, ctx.giveWay)
  if (!reading.ok) return reading
  const result = readSuccessionRecords(reading.workbook)
  if (!result.ok) return result
  const plan = planSuccessions({
    rows: result.records,
    units: await readUnitVersions(ctx.db),
    stored: await readStoredLinks(
      ctx.db,
      result.records.map(({ record }) => record),
    ),
    today: vietnamDateOf(ctx.now()),
  })
  const done = await carryOut(ctx, plan.days, input)
  const counts = { fresh: plan.fresh, known: plan.known }
  const refused = [...result.issues, ...plan.refused.map(successionIssue)]
  return {
    ok: true,
    report: {
      ...{ dryRun: input.dryRun, refused, warnings: result.warnings, ...done },
      counts: { ...counts, refused: result.refusedRows + plan.refused.length },
    },
  }
}

/** A day's units, then all that rests on them, before the next day's: each finds the last one done. */
async function carryOut(
  ctx: VerbContext,
  days: readonly SuccessionDay[],
  { dryRun, onProgress }: Pick<ImportInput, 'dryRun' | 'onProgress'>,
) {
  const moved = noMoves()
  let [unitsEnded, unitsBegun, outlinesRemoved] = [0, 0, 0]
  for (const day of days) {
    const stored: StoredDay = await storeDay(ctx, { day, dryRun })
    outlinesRemoved += stored.outlinesRemoved
    unitsEnded += day.changes?.ended.length ?? 0
    unitsBegun += day.changes?.begun.length ?? 0
    const reason = day.documents.join('; ')
    const job = { moves: day.moves, reason, dryRun, moved }
    await movePlaces(ctx, { ...job, ...(onProgress && { onProgress }) })
  }
  if (!dryRun && days.length > 0) {
    forgetPlaces(ctx.db)
    await rebuildMarkedDocuments(ctx)
  }
  return { unitsEnded, unitsBegun, outlinesRemoved, moved }
}
