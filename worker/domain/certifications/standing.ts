import type { CertificationState } from './kinds.ts'

/** What its standing on a day depends on. */
export type CertificationFacts = {
  readonly state: CertificationState
  readonly issuedOn: string | null
  /** The last day it holds. */
  readonly expiresOn: string | null
  /** From this day on it was taken away. */
  readonly revokedOn: string | null
}

export type StandingOfCertification = CertificationState | 'expired'

/** Where it stands on a day. Only what was confirmed can expire: before that it never held. */
export function certificationOn(facts: CertificationFacts, day: string): StandingOfCertification {
  const { state, expiresOn, revokedOn } = facts
  if (state !== 'confirmed') return state
  if (revokedOn !== null && revokedOn <= day) return 'withdrawn'
  return expiresOn !== null && expiresOn < day ? 'expired' : 'confirmed'
}

/** True where its days, whoever vouches for it, include this one. */
export function coversDay(facts: Omit<CertificationFacts, 'state'>, day: string): boolean {
  const { issuedOn, expiresOn, revokedOn } = facts
  return (
    (issuedOn === null || issuedOn <= day) &&
    (expiresOn === null || day <= expiresOn) &&
    (revokedOn === null || day < revokedOn)
  )
}

/** True where goods packed that day may carry its mark: an officer confirmed it, and it held then. */
export function isMarkAllowed(facts: CertificationFacts, packedOn: string): boolean {
  return facts.state === 'confirmed' && coversDay(facts, packedOn)
}

/** Stars are a mark from three on (Decision 1162/QĐ-VPĐP-OCOP of 2020). */
const FEWEST_STARS = 3

/** True where goods packed that day may carry the OCOP mark with its stars. */
export function isOcopMarkAllowed(
  facts: CertificationFacts & { readonly stars: number },
  packedOn: string,
): boolean {
  return facts.stars >= FEWEST_STARS && isMarkAllowed(facts, packedOn)
}
