import type { Database } from '../../../db/client.ts'
import { readTokenByHash } from '../../../db/queries/tokens.ts'
import { ACCESS_REFUSALS } from '../../copy/refusals/access.ts'
import { isRole } from '../../domain/access/roles.ts'
import { type Actor, SCOPES, type Scope } from '../context.ts'
import { Problem } from '../errors.ts'
import { scopesOfRole } from '../guard/authorise.ts'
import { hashToken } from './hash-token.ts'

/** `Bearer` by RFC 6750 2.1, its scheme in any case, and a token as `createToken` makes them. */
const BEARER = /^bearer +(goc_[A-Za-z0-9_-]{43})$/i

/**
 * Who calls, from the Authorization header, and when it was seen before. Missing, malformed, unknown,
 * expired and revoked tokens, and those whose maker may nothing any more, are all answered alike.
 */
export async function authenticate(
  db: Database,
  input: { authorization: string | undefined; now: number },
): Promise<{
  readonly actor: Extract<Actor, { kind: 'token' }>
  readonly lastUsedAt: number | null
}> {
  const token = BEARER.exec(input.authorization ?? '')?.[1]
  if (token === undefined) throw unauthenticated()
  const row = await readTokenByHash(db, await hashToken(token))
  const expired = row !== null && row.expiresAt !== null && row.expiresAt <= input.now
  if (row === null || row.revokedAt !== null || expired) throw unauthenticated()
  const may = row.makerId === null ? SCOPES : scopesOfMaker(row.makerRole)
  const scopes = may.filter((scope) => row.scopes.includes(scope))
  if (scopes.length === 0) throw unauthenticated()
  const { id: tokenId, name, organisationId, lastUsedAt } = row
  return { actor: { kind: 'token', tokenId, name, organisationId, scopes }, lastUsedAt }
}

/** A token goes with its maker: what they may no more, it may no more; who left has none. */
function scopesOfMaker(role: string | null): readonly Scope[] {
  return role !== null && isRole(role) ? scopesOfRole(role) : []
}

function unauthenticated(): Problem {
  return new Problem({
    code: 'unauthenticated',
    text: ACCESS_REFUSALS.noToken,
    headers: { 'WWW-Authenticate': 'Bearer' },
  })
}
