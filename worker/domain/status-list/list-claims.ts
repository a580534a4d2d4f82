import type { OfflineStatus, ProfileLetters } from './offline-status.ts'

/** A week and half a day, in seconds, as the contract of status lists has them. */
export const LIST_LIFE_SECONDS = 7 * 24 * 3_600
export const LIST_TTL_SECONDS = 12 * 3_600

/** What a list says of one batch, as it is stored. */
export type ListedBatch = {
  readonly ref: string
  readonly status: OfflineStatus
  /** `yyyy-mm-dd` in Viet Nam: from this day on the answer is another one. */
  readonly nextChangeOn: string | null
}

/** The claims of a status list (IETF Token Status List) with our mapping of labels to its indexes. */
export type ListClaims = {
  readonly sub: string
  readonly iat: number
  readonly exp: number
  readonly ttl: number
  readonly status_list: { readonly bits: 2; readonly lst: string }
  readonly goc: {
    readonly kid: string
    readonly batches: Readonly<Record<string, number>>
    readonly serials: Readonly<
      Record<string, readonly (readonly [number, number, number, ProfileLetters])[]>
    >
    /** ISO 8601 in UTC. */
    readonly until: Readonly<Record<string, string>>
    readonly notices: readonly string[]
  }
  /** Serials that were issued at all, at the index of their batch: a stolen key makes no others good. */
  readonly goc_issued: readonly OfflineStatus['issued'][]
}

/**
 * The claims of a key's list. Batches come first, in the order of their REFs, then what is excepted
 * of them; `deflate` is zlib's (RFC 1950), `encode` base64url.
 */
export function listClaims(input: {
  readonly kid: string
  readonly uri: string
  /** Seconds since 1970. */
  readonly issuedAt: number
  readonly batches: readonly ListedBatch[]
  readonly pack: (bytes: Uint8Array) => string
}): ListClaims {
  const { kid, uri, issuedAt, pack } = input
  const exp = issuedAt + LIST_LIFE_SECONDS
  const batches = input.batches.toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
  const values: number[] = batches.map(({ status }) => status.value)
  const serials: [string, [number, number, number, ProfileLetters][]][] = []
  for (const { ref, status } of batches) {
    if (status.excepted.length === 0) continue
    const ranges = status.excepted.map(
      ([from, to, value, profiles]): [number, number, number, ProfileLetters] => [
        from,
        to,
        values.push(value) - 1,
        profiles,
      ],
    )
    serials.push([ref, ranges])
  }
  const until = batches.flatMap(({ ref, nextChangeOn }): [string, string][] => {
    const at = nextChangeOn === null ? Number.POSITIVE_INFINITY : startOfDay(nextChangeOn)
    return at <= exp * 1_000 ? [[ref, new Date(at).toISOString()]] : []
  })
  return {
    sub: uri,
    iat: issuedAt,
    exp,
    ttl: LIST_TTL_SECONDS,
    status_list: { bits: 2, lst: pack(twoBits(values)) },
    goc: {
      kid,
      batches: Object.fromEntries(batches.map(({ ref }, at) => [ref, at])),
      serials: Object.fromEntries(serials),
      until: Object.fromEntries(until),
      notices: batches.filter(({ status }) => status.notice).map(({ ref }) => ref),
    },
    goc_issued: batches.map(({ status }) => status.issued),
  }
}

/** Values of two bits each, the first in the lowest bits of the first byte. */
function twoBits(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 4))
  for (const [at, value] of values.entries()) {
    const byte = at >> 2
    bytes[byte] = (bytes[byte] ?? 0) | (value << (2 * (at & 3)))
  }
  return bytes
}

/** Midnight in Viet Nam, epoch milliseconds. */
function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`)
}
