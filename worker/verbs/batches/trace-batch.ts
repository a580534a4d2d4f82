import { readTrace, type TracedBatch } from '../../../db/queries/trace.ts'
import { type LotEdge, stepsFrom } from '../../domain/lots/steps-from.ts'
import type { Lookup, Reading } from '../context.ts'
import { readingPermission } from '../guard/reading-permission.ts'
import { loadBatch } from './load-batch.ts'

/** The whole way of a batch in one direction, nearest first. */
export type Trace = {
  readonly batches: readonly (TracedBatch & { readonly steps: number })[]
  readonly edges: readonly LotEdge[]
  /** False where there is more than one trace looks at. */
  readonly complete: boolean
}

/** What a batch is made of and what became of it, through any number of steps. */
export async function traceBatch(ctx: Reading, ref: string) {
  const batch = await loadBatch(ctx, ref, readingPermission(ctx))
  const [up, down] = await Promise.all(
    (['up', 'down'] as const).map((way) => wayOf(ctx, { batchIds: [batch.id], way })),
  )
  if (up === undefined || down === undefined) throw new Error('a trace has two ways')
  return { batch, up, down }
}

/** All that some batches are made of, or that became of them, themselves at step 0. */
export async function wayOf(
  { db }: Lookup,
  asked: { readonly batchIds: readonly string[]; readonly way: 'up' | 'down' },
): Promise<Trace> {
  const { batches, edges, complete } = await readTrace(db, asked)
  const steps = stepsFrom({ startIds: asked.batchIds, edges, way: asked.way })
  const numbered = batches
    .map((row) => ({ ...row, steps: steps.get(row.id) ?? 0 }))
    .toSorted((a, b) => a.steps - b.steps || a.lot.localeCompare(b.lot))
  return { batches: numbered, edges, complete }
}
