import { readCodesByKey } from '../../../db/queries/code-register.ts'
import { type CodeIndex, indexCodes } from '../../domain/codes/find-code.ts'
import { isCode } from '../../domain/codes/normalise-code.ts'
import type { ImportedRecord, ImportResult } from '../../domain/lists/records/import-result.ts'
import { type Steps, takeStepsGivingWay } from '../../lib/steps/steps.ts'
import type { VerbContext } from '../context.ts'

/**
 * Reads a list twice: first to learn which codes it may mean, by their search keys, then with those of
 * the register known.
 */
export async function readKnowingCodes<T>(
  ctx: VerbContext,
  read: (known: { readonly knownCodes?: CodeIndex }) => Steps<ImportResult<T>>,
  keysOf: (records: readonly ImportedRecord<T>[]) => readonly string[],
): Promise<ImportResult<T>> {
  const first = await takeStepsGivingWay(read({}), ctx.giveWay)
  if (!first.ok) return first
  const stored = await readCodesByKey(ctx.db, keysOf(first.records))
  const knownCodes = indexCodes(stored.map(({ code }) => code).filter(isCode))
  return takeStepsGivingWay(read({ knownCodes }), ctx.giveWay)
}
