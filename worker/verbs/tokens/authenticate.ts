import type { Database } from '../../../db/client.ts'
import { readTokenByHash } from '../../../db/queries/tokens.ts'
import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import { type Actor, SCOPES, type Scope } from '../context.ts'
import { Problem } from '../errors.ts'
import { hashToken } from './hash-token.ts'

/** `Bearer` by RFC 6750 2.1, its scheme in any case, and a token as `createToken` makes them. */
const BEARER = /^bearer +(goc_[A-Za-z0-9_-]{43})$/i

/**
 * Who calls, from the Authorization header. Missing, malformed, unknown, expired and revoked tokens
 * are all answered alike.
 */
export async function authenticate(
  db: Database,
  input: { authorization: string | undefined; now: number },
): Promise<Extract<Actor, { kind: 'token' }>> {
  const token = BEARER.exec(input.authorization ?? '')?.[1]
  if (token === undefined) throw unauthenticated()
  const row = await readTokenByHash(db, await hashToken(token))
  const expired = row !== null && row.expiresAt !== null && row.expiresAt <= input.now
  if (row === null || row.revokedAt !== null || expired) throw unauthenticated()
  const scopes = SCOPES.filter((scope): scope is Scope => row.scopes.includes(scope))
  return {
    kind: 'token',
    tokenId: row.id,
    name: row.name,
    organisationId: row.organisationId,
    scopes,
  }
}

function unauthenticated(): Problem {
  return new Problem({
    code: 'unauthenticated',
    text: ACCESS_REFUSALS.noToken,
    headers: { 'WWW-Authenticate': 'Bearer' },
  })
}
