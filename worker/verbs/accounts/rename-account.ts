import * as z from 'zod'
import { renameUser } from '../../../db/queries/accounts-members.ts'
import { change } from '../change.ts'
import type { Call } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { personNameField } from './account-fields.ts'
import { selfOf } from './self.ts'

const schema = z.object({ name: personNameField })

/** Changes the name one's colleagues read. */
export async function renameAccount({ ctx, input }: Call<z.input<typeof schema>>): Promise<void> {
  const { userId, name: before } = selfOf(ctx)
  const { name } = parseInput(schema, input)
  await change(ctx, {
    may: 'self',
    target: userId,
    statements: [renameUser(ctx.db, { userId, name, at: ctx.now() })],
    audit: {
      action: 'account.rename',
      entityId: userId,
      before: { name: before },
      after: { name },
    },
  })
}
