import { findSameException, isNotSaid, type SaidException } from '../../../db/queries/exceptions.ts'
import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { type Change, change, type Guard, type Right } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { tooBusy } from '../guard/refusals.ts'
import { newException } from './new-exception.ts'

const ATTEMPTS = 4

/**
 * Says something against labels, once: where the very same holds already, nothing is written and that
 * is the answer, whoever was faster.
 */
export async function sayOnce<Made>(
  ctx: VerbContext,
  given: {
    readonly said: SaidException
    readonly right: Right & { readonly target: Target; readonly guards: readonly Guard[] }
    readonly audit: (id: string) => Change['audit']
    readonly answer: (id: string) => Made
  },
): Promise<Made> {
  const { said, right, audit, answer } = given
  const { effectiveOn, ...words } = said
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const same = await findSameException(ctx.db, said)
    if (same !== null) {
      const made = answer(same)
      await change(ctx, { ...right, guards: [], statements: [], audit: [], receipt: made })
      return made
    }
    const id = ctx.newId()
    const made = answer(id)
    const day = effectiveOn === null ? {} : { effectiveOn }
    try {
      await change(ctx, {
        ...right,
        guards: [...right.guards, { holds: isNotSaid(said), refusal: () => null }],
        statements: [newException(ctx, { ...words, ...day, id })],
        audit: audit(id),
        receipt: made,
      })
      return made
    } catch (error) {
      // Somebody said it meanwhile.
      if (!isGuardRefusal(error)) throw error
    }
  }
  throw tooBusy()
}
