import { deletePasskey, passkeyIsOf } from '../../../db/queries/accounts-passkeys.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { notFound } from '../guard/refusals.ts'
import { selfOf } from './self.ts'

/** Takes away one of one's own passkeys; nobody else's is found. */
export async function removePasskey({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { readonly id: string }
}): Promise<void> {
  const { userId } = selfOf(ctx)
  const { id } = input
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, passkeyIsOf({ id, userId })),
      deletePasskey(ctx.db, { id, userId }),
      auditStatement(ctx, { action: 'account.passkey_remove', entity: 'user', entityId: userId }),
    ])
  } catch (error) {
    if (!isGuardRefusal(error)) throw error
    throw notFound(THINGS.passkey)
  }
}
