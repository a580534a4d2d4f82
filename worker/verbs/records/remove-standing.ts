import { readRecord } from '../../../db/queries/records.ts'
import { type Part, type Resource, versionOf } from '../../resources/resource.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import type { Named } from './open-record.ts'
import { removeRecord } from './save-record.ts'

/**
 * Takes away what stands now, for a button in a table, which shows no version. Done twice, or by two at
 * once, it is done once: what is not there any more is as whoever clicked wanted it.
 */
export async function removeStanding(
  ctx: VerbContext,
  described: Resource | Part,
  named: Named,
): Promise<void> {
  requireAny(ctx, described.may.write)
  const standing = () => readRecord(ctx.db, described.table, named.id)
  const row = await standing()
  if (row === null) return
  try {
    await removeRecord(ctx, described, { ...named, expected: versionOf(described, row) })
  } catch (error) {
    if (!(error instanceof Problem) || (await standing()) !== null) throw error
  }
}
