import { findCodes } from '../../../db/queries/batches.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import type { Lookup } from '../context.ts'

/** Which slot of a label a code fills, however it was typed; null for one nobody knows. */
export async function slotOfCode(ctx: Lookup, typed: string): Promise<string | null> {
  const reading = normaliseCode(typed)
  if (!reading.ok) return null
  const [found] = await findCodes(ctx.db, [reading.code])
  return found?.slot ?? null
}
