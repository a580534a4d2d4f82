import { marketsCountingFor } from '../../lib/markets.ts'
import { toGrams } from '../lots/balance.ts'

/** A period of calendar days, both ends included; no end while `toOn` is null. */
export type Period = { readonly fromOn: string; readonly toOn: string | null }

/**
 * The word of a code's owner, or of an officer for them, by which an organisation may pack under the
 * codes of a site.
 */
export type Authorisation = Period & {
  readonly id: string
  readonly siteId: string
  readonly organisationId: string
  /** Destinations it is limited to; none named: every one. */
  readonly markets: readonly string[]
  /** Kilograms it is limited to; null for no limit. */
  readonly quantityKg: number | null
  /** Kilograms packed under it so far, in batches that stand. */
  readonly usedKg: number
  /** When it was taken back, epoch milliseconds; null while it was not. */
  readonly revokedAt: number | null
}

/** A batch as far as somebody else's word for a code goes. */
export type Use = {
  readonly packedOn: string
  /** When it was put on record, epoch milliseconds. */
  readonly declaredAt: number
  readonly markets: readonly string[]
  /** Kilograms it packs under the code; null where it is not counted by mass. */
  readonly quantityKg: number | null
}

/** Why nothing on record lets a code be used, what is nearest to it last. */
export const USE_FAULTS = ['none', 'revoked', 'other_market', 'not_by_mass', 'quantity'] as const
export type UseFault = (typeof USE_FAULTS)[number]

export type AuthorisationAnswer =
  | { readonly ok: true; readonly authorisation: Authorisation }
  | {
      readonly ok: false
      readonly fault: UseFault
      /** The one that came nearest; null where there is none of that day. */
      readonly authorisation: Authorisation | null
    }

/**
 * The authorisation that a batch is packed under, of those on record for its organisation and the
 * code's site: one that runs on the packing day, names every destination and has room for the whole
 * batch. Where none does, what the nearest one lacks. One that was taken back holds only for what was
 * on record before: a packing day is easily written earlier.
 */
export function authorisationFor(
  use: Use,
  authorisations: readonly Authorisation[],
): AuthorisationAnswer {
  let nearest: { fault: UseFault; authorisation: Authorisation | null } = {
    fault: 'none',
    authorisation: null,
  }
  for (const authorisation of authorisations) {
    const fault = faultOf(use, authorisation)
    if (fault === null) return { ok: true, authorisation }
    if (USE_FAULTS.indexOf(fault) > USE_FAULTS.indexOf(nearest.fault)) {
      nearest = { fault, authorisation }
    }
  }
  return { ok: false, ...nearest }
}

/** Kilograms that may still be packed under it; null where there is no limit. */
export function leftKgOf({
  quantityKg,
  usedKg,
}: Pick<Authorisation, 'quantityKg' | 'usedKg'>): number | null {
  return quantityKg === null ? null : toGrams(Math.max(0, quantityKg - usedKg))
}

export function covers({ fromOn, toOn }: Period, day: string): boolean {
  return fromOn <= day && (toOn === null || day <= toOn)
}

function faultOf(use: Use, given: Authorisation): UseFault | null {
  const { revokedAt, quantityKg, usedKg } = given
  if (revokedAt !== null && use.declaredAt >= revokedAt) return 'revoked'
  if (!covers(given, use.packedOn)) return revokedAt === null ? 'none' : 'revoked'
  if (!use.markets.every((market) => isFor(given.markets, market))) return 'other_market'
  if (quantityKg === null) return null
  if (use.quantityKg === null) return 'not_by_mass'
  return toGrams(usedKg + use.quantityKg) > quantityKg ? 'quantity' : null
}

/** What is allowed for the European Union is so for its members. */
function isFor(allowed: readonly string[], market: string): boolean {
  return allowed.length === 0 || marketsCountingFor(market).some((each) => allowed.includes(each))
}
