import { change } from '../change.ts'
import { rebuildRegisterEntries } from '../codes/refresh-register-entries.ts'
import type { Call } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'

const PLACES_LOGGED = 200

/**
 * After broken texts were mended in the database itself: the public register, which repeats them, is
 * made anew, and the log tells that it was nobody's change. `places` name table, row and column.
 */
export async function followMending({
  ctx,
  input: { places },
}: Call<{ readonly places: readonly string[] }>): Promise<void> {
  requireAny(ctx, 'audit.verify')
  await rebuildRegisterEntries(ctx.db)
  await change(ctx, {
    may: 'audit.verify',
    target: null,
    audit: {
      action: 'database.mend',
      entityId: 'text',
      after: { count: places.length, places: places.slice(0, PLACES_LOGGED) },
    },
  })
}
