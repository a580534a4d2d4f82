import * as z from 'zod'
import { renameUser } from '../../../db/queries/accounts-members.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { personNameField } from './account-fields.ts'
import { selfOf } from './self.ts'

const schema = z.object({ name: personNameField })

/** Changes the name one's colleagues read. */
export async function renameAccount({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<void> {
  const { userId, name: before } = selfOf(ctx)
  const { name } = parseInput(schema, input)
  await runBatch(ctx.db, [
    renameUser(ctx.db, { userId, name, at: ctx.now() }),
    auditStatement(ctx, {
      ...{ action: 'account.rename', entity: 'user', entityId: userId },
      ...{ before: { name: before }, after: { name } },
    }),
  ])
}
