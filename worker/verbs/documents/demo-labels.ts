import { isDatabaseUnavailable } from '../../../db/errors.ts'
import { listLatestRuns, type RunRow } from '../../../db/queries/runs.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { reprint } from '../labels/reprint.ts'

type Context = Omit<VerbContext, 'actor' | 'source'>

const LOOKED_AT = 60

/**
 * The text of one label of each kind that there is, for examples that work. For demonstration data
 * alone, whose labels are everybody's: anywhere else a label is its owner's. Null where the database
 * does not answer.
 */
export async function demoLabels(ctx: Context): Promise<string[] | null> {
  try {
    return await labelsOfEachKind(ctx)
  } catch (error) {
    if (isDatabaseUnavailable(error)) return null
    throw error
  }
}

async function labelsOfEachKind(ctx: Context): Promise<string[]> {
  const labels = new Map<string, string>()
  for (const run of await listLatestRuns(ctx.db, LOOKED_AT)) {
    const kind = `${run.profile} ${run.fromSerial === 0}`
    if (labels.has(kind)) continue
    const label = await firstLabel(ctx, run)
    // Clients write the + between several areas as %2B, which is another text.
    if (label !== null && !label.includes('+')) labels.set(kind, label)
  }
  return [...labels.values()]
}

/** Null where none of it is made any more: recalled, void, its key revoked. */
async function firstLabel(ctx: Context, run: RunRow): Promise<string | null> {
  const operator = { kind: 'operator', name: 'demo' } as const
  const input = { runId: run.id, from: run.fromSerial, to: run.fromSerial, copies: 1 }
  try {
    const made = await reprint({ ctx: { ...ctx, actor: operator, source: 'api' }, input })
    for await (const [label] of made.labels()) return label?.url ?? null
    return null
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}
