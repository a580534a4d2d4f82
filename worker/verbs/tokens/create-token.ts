import * as z from 'zod'
import { fillAll } from '../../copy/fill.ts'
import { TOKEN_REFUSALS } from '../../copy/refusals/tokens.ts'
import { told } from '../../resources/told.ts'
import { change } from '../change.ts'
import { type Call, SCOPES } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { findOrganisation } from '../organisations/find-organisation.ts'
import { newToken } from './new-token.ts'

const schema = z.object({
  name: lineField(100),
  /** Id or exact name of the one organisation it may touch; without it, every one. */
  organisationRef: z.string().optional(),
  scopes: z
    .array(z.enum(SCOPES, told(fillAll(TOKEN_REFUSALS.scope, { list: SCOPES.join(', ') }))))
    .min(1, told(TOKEN_REFUSALS.noScope))
    .transform((list) => [...new Set(list)]),
  /** Epoch milliseconds; never expires when absent. */
  expiresAt: z.int().positive().nullish(),
})

/**
 * Makes a bearer token for a machine. The token itself is in the answer and nowhere else: only its
 * hash is stored, so it can be shown this once.
 */
export async function createToken({
  ctx,
  input,
}: Call<z.input<typeof schema>>): Promise<{ id: string; token: string }> {
  requireAny(ctx, 'tokens.write')
  const { name, organisationRef, scopes, expiresAt } = parseInput(schema, input)
  const owner =
    organisationRef === undefined
      ? null
      : await findOrganisation({ ctx, input: { reference: organisationRef } })
  const { id, token, ...made } = await newToken(ctx, {
    ...{ name, scopes, organisationId: owner?.id ?? null },
    ...{ expiresAt: expiresAt ?? null, makerId: null },
  })
  await change(ctx, { may: 'tokens.write', target: null, ...made })
  return { id, token }
}
