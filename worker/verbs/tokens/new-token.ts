import { insertToken, type TokenRow } from '../../../db/queries/tokens.ts'
import type { VerbContext } from '../context.ts'
import { hashToken } from './hash-token.ts'

type Given = Pick<TokenRow, 'name' | 'scopes' | 'organisationId' | 'expiresAt' | 'makerId'>

/** A fresh secret, and what stores its hash and says in the log that it was made. */
export async function newToken(ctx: VerbContext, given: Given) {
  const id = ctx.newId()
  const token = `goc_${base64Url(crypto.getRandomValues(new Uint8Array(32)))}`
  const row = {
    ...{ id, ...given, tokenHash: await hashToken(token) },
    ...{ createdAt: ctx.now(), revokedAt: null, lastUsedAt: null },
  }
  const { name, organisationId, scopes, expiresAt } = row
  const after = { name, organisationId, scopes, expiresAt }
  const entry = { action: 'token.create', entityId: id, after } as const
  return { id, token, statements: [insertToken(ctx.db, row)], audit: [entry] }
}

function base64Url(bytes: Uint8Array): string {
  const binary = String.fromCharCode(...bytes)
  return btoa(binary).replace(/=/g, '').replaceAll('+', '-').replaceAll('/', '_')
}
