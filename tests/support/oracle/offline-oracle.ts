import { createPublicKey, verify } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { labelOracle } from './label-oracle.ts'

type Jwk = { readonly kid: string; readonly x: string }
type Keys = {
  readonly keys: readonly Jwk[]
  readonly revoked?: readonly { readonly kid: string }[]
}

export type OfflineAnswer = { readonly authenticity: string; readonly standing: string | null }

type Claims = {
  readonly iat: number
  readonly exp: number
  readonly status_list: { readonly bits: number; readonly lst: string }
  readonly goc: {
    readonly kid: string
    readonly batches: Readonly<Record<string, number>>
    readonly serials: Readonly<Record<string, readonly [number, number, number, string][]>>
    readonly until: Readonly<Record<string, string>>
  }
  readonly goc_issued: readonly (readonly [number, number, string][])[]
}

/**
 * A second reading of what a label is without a network, by node:crypto and node:zlib alone, from the
 * text of the design: the published keys, the lists and nothing else.
 */
export function offlineOracle(
  text: string,
  given: {
    readonly jwks: Keys
    readonly statusJwks: Keys
    readonly lists: readonly string[]
    readonly hosts?: readonly string[]
    readonly now: number
  },
): OfflineAnswer {
  const label = labelOracle(text)
  if (label === null) return { authenticity: 'malformed', standing: null }
  const unknown = { authenticity: 'unknown', standing: 'unknown' }
  if (label.host !== null && given.hosts?.includes(label.host) === false) return unknown
  const key = given.jwks.keys.find(({ kid }) => kid === label.kid)
  if (key === undefined) return unknown
  const head = Buffer.from(JSON.stringify({ alg: 'Ed25519', kid: label.kid })).toString('base64url')
  const signed = `${head}.${Buffer.from(label.subject).toString('base64url')}`
  if (!isSigned(key, signed, label.signature)) return { authenticity: 'forged', standing: null }
  const claims = given.lists
    .map((token) => claimsOf(token, given.statusJwks))
    .filter((one) => one?.goc.kid === label.kid)
    .sort((a, b) => (b?.iat ?? 0) - (a?.iat ?? 0))[0]
  // "past `exp` the only answer is unknown"
  if (claims == null || given.now / 1_000 >= claims.exp) return unknown
  // A clock far behind the list's own would keep any list alive.
  if (given.now / 1_000 < claims.iat - 300) return unknown
  return listed(label, claims, given.now) ?? unknown
}

function listed(
  label: NonNullable<ReturnType<typeof labelOracle>>,
  { goc, goc_issued: issued, status_list: list }: Claims,
  now: number,
): OfflineAnswer | null {
  const { ref = '', serial } = label as { ref?: string; serial: number | null }
  const index = goc.batches[ref ?? '']
  // "A REF not listed, or past its `until`, is unknown."
  if (index === undefined || serial === null) return null
  const until = goc.until[ref]
  if (until !== undefined && now >= Date.parse(until)) return null
  const letter = label.profile.slice(0, 1)
  const holds = (from: number, to: number, letters: string) =>
    from <= serial && serial <= to && letters.includes(letter)
  if (!(issued[index] ?? []).some(([from, to, letters]) => holds(from, to, letters))) return null
  const bytes = inflateSync(Buffer.from(list.lst, 'base64url'))
  const valueAt = (at: number) => ((bytes[Math.floor(at / 4)] ?? 0) >> ((at % 4) * 2)) % 4
  const values = (goc.serials[ref] ?? [])
    .filter(([from, to, , letters]) => holds(from, to, letters))
    .map(([, , at]) => valueAt(at))
  const worst = Math.max(valueAt(index), ...values)
  const standing = ['clear_or_notice', 'stop', '', 'recalled'][worst] ?? ''
  return { authenticity: 'genuine', standing }
}

function claimsOf(token: string, keys: Keys): Claims | null {
  const [head = '', body = '', tail = ''] = token.split('.')
  const { kid, typ, alg } = JSON.parse(Buffer.from(head, 'base64url').toString())
  const key = keys.keys.find((one) => one.kid === kid)
  if (key === undefined || typ !== 'statuslist+jwt' || alg !== 'Ed25519') return null
  if (!isSigned(key, `${head}.${body}`, Buffer.from(tail, 'base64url'))) return null
  return JSON.parse(Buffer.from(body, 'base64url').toString())
}

function isSigned({ x }: Jwk, text: string, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, Buffer.from(text), key, signature)
}
