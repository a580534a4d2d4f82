import { MAX_RUNS_PER_BATCH } from '../../../db/queries/batch-facts.ts'
import type { BatchRow } from '../../../db/queries/batches.ts'
import { countRuns, readLastSerial } from '../../../db/queries/runs.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import type { BatchProfile } from '../../domain/label/subject.ts'
import type { VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'

/** A serial of compact and full labels has at most eight digits. */
export const LARGEST_SERIAL = 99_999_999
/** A gs1 unit may have as many as a JavaScript number tells apart. */
export const LARGEST_UNIT = 999_999_999_999_999

export function largestSerial(profile: BatchProfile): number {
  return profile === 'gs1' ? LARGEST_UNIT : LARGEST_SERIAL
}

/** Says clearly when a run would not fit; the guard in the same atomic batch is what holds. */
export async function checkRoom(
  ctx: VerbContext,
  input: { batch: BatchRow; unitSpace: string; count: number; largest: number },
): Promise<void> {
  const last = await readLastSerial(ctx.db, input.unitSpace)
  if (last + input.count > input.largest) {
    const left = Math.max(0, input.largest - last)
    throw conflict(LABEL_REFUSALS.noSerialsLeft, { ref: input.batch.ref, left })
  }
  if ((await countRuns(ctx.db, input.batch.id)) < MAX_RUNS_PER_BATCH) return
  throw conflict(LABEL_REFUSALS.tooManyRuns, { ref: input.batch.ref, most: MAX_RUNS_PER_BATCH })
}
