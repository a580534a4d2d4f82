import { type Change, change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'

/** What a job found to do; false where another run, or somebody just now, was faster. */
export async function changeIfFirst(ctx: VerbContext, wanted: Change): Promise<boolean> {
  try {
    await change(ctx, wanted)
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return false
    throw error
  }
}
