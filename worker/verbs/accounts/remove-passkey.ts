import { deletePasskey, passkeyIsOf } from '../../../db/queries/accounts-passkeys.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { selfOf } from './self.ts'

/** Takes away one of one's own passkeys; nobody else's is found. */
export async function removePasskey({ ctx, input }: Call<{ readonly id: string }>): Promise<void> {
  const { userId } = selfOf(ctx)
  const { id } = input
  await change(ctx, {
    may: 'self',
    target: userId,
    guards: [
      {
        holds: passkeyIsOf({ id, userId }),
        refusal: () => notFound(THINGS.passkey),
      },
    ],
    statements: [deletePasskey(ctx.db, { id, userId })],
    audit: { action: 'account.passkey_remove', entityId: userId },
  })
}
