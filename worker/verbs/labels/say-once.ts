import { findSameException, isNotSaid, type SaidException } from '../../../db/queries/exceptions.ts'
import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { type Change, change, doneAlready, type Guard } from '../change.ts'
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
    readonly right: {
      readonly may: Permission
      readonly target: Target
      readonly guards: readonly Guard[]
    }
    readonly audit: (id: string) => Change['audit']
    readonly answer: (id: string) => Made
  },
): Promise<Made> {
  const { said, right, audit, answer } = given
  const { effectiveOn, ...words } = said
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const same = await findSameException(ctx.db, said)
    if (same !== null) {
      const { may, target } = right
      return doneAlready(ctx, { may, target, receipt: answer(same) })
    }
    const id = ctx.newId()
    const made = answer(id)
    const day = effectiveOn === null ? {} : { effectiveOn }
    try {
      return await change(ctx, {
        ...right,
        guards: [...right.guards, { holds: isNotSaid(said), refusal: () => null }],
        statements: [newException(ctx, { ...words, ...day, id })],
        audit: audit(id),
        receipt: made,
      })
    } catch (error) {
      // Somebody said it meanwhile.
      if (!isGuardRefusal(error)) throw error
    }
  }
  throw tooBusy()
}
