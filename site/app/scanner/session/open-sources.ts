import {
  type OpenRegister,
  openRegister,
} from '../../../../worker/domain/scan-register/open-register.ts'
import { vietnamDateOf } from '../../../../worker/lib/time/vietnam-date-of.ts'
import { createVerifier, type Verifier } from '../../../public/verify.js'
import { offlineVerdict } from '../judge/offline-verdict.ts'
import { type ShownLabel, shownOffline } from '../judge/shown-label.ts'
import type { KeptSources } from '../keep/scan-store.ts'

/** What a device has to check labels by, opened: keys and lists read once, the register indexed. */
export type OpenSources = {
  readonly register: OpenRegister | null
  readonly registerAsOf: number | null
  readonly isRegisterCut: boolean
  readonly hosts: readonly string[]
  readonly issuer: string | null
  /** Of all lists: the oldest, and the one that ends first; null without any. */
  readonly lists: { readonly issuedAt: number; readonly expiresAt: number } | null
  /** What the device itself says of a label. */
  readonly judge: (text: string) => Promise<ShownLabel>
}

export async function openSources(
  kept: KeptSources,
  given: {
    /** By the server's clock, as far as it is known. */
    readonly now: () => number
    /** The host of this page, whose labels are ours in any case. */
    readonly host: string
    /** The latest instant by the server's own clock that was heard of elsewhere. */
    readonly heardAt: number
  },
): Promise<OpenSources> {
  const { now, host } = given
  const hosts = [...new Set([host, ...(kept.register?.hosts ?? [])])]
  const verifier = await verifierOf(kept, { hosts, now })
  const register = kept.register === null ? null : openRegister(kept.register.register)
  const registerAsOf = kept.register?.asOf ?? null
  const lives = verifier.lists().map(({ kid, iat, exp }) => ({
    ...{ kid, issuedAt: iat * 1_000, expiresAt: exp * 1_000 },
  }))
  const heardAt = Math.max(
    ...[given.heardAt, registerAsOf ?? 0],
    ...lives.map(({ issuedAt }) => issuedAt),
  )
  return {
    ...{ register, registerAsOf, hosts },
    isRegisterCut: kept.register?.isCut ?? false,
    issuer: kept.register?.issuer ?? null,
    lists:
      lives.length === 0
        ? null
        : {
            issuedAt: Math.min(...lives.map(({ issuedAt }) => issuedAt)),
            expiresAt: Math.min(...lives.map(({ expiresAt }) => expiresAt)),
          },
    judge: async (text) => {
      const answer = await verifier.verify(text)
      const { label } = answer
      const ref = label?.ref ?? null
      const verdict = offlineVerdict(
        {
          answer,
          list: lives.find(({ kid }) => kid === label?.kid) ?? null,
          register:
            registerAsOf === null
              ? null
              : { asOf: registerAsOf, batch: ref === null ? null : (register?.batch(ref) ?? null) },
          heardAt,
          hasKeys: kept.keys !== null,
        },
        now(),
      )
      return shownOffline({ verdict, label, register, today: vietnamDateOf(now()) })
    },
  }
}

function verifierOf(
  { keys, lists }: KeptSources,
  given: { readonly hosts: readonly string[]; readonly now: () => number },
): Promise<Verifier> {
  const { jwks, statusJwks } = keys ?? { jwks: { keys: [] }, statusJwks: { keys: [] } }
  return createVerifier({ jwks, statusJwks, lists: lists.map(({ token }) => token), ...given })
}
