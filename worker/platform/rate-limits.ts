const MINUTE = 60
const HOUR = 60 * MINUTE

/** So many times in so many seconds. */
export type Limit = { readonly most: number; readonly seconds: number }

/**
 * Everything that is limited, and how far where GOC_RATE_LIMITS does not say otherwise. A limit that
 * refuses people is counted by something a stranger cannot use up for them: a known device, an
 * organisation, a link. Those a stranger can use up (an account's, a network's) hold for unknown
 * devices alone.
 */
export const DEFAULT_LIMITS = {
  /** A person who mistypes: one account from one network, on devices it does not know. */
  sign_in: { most: 8, seconds: 15 * MINUTE },
  /** A device on which somebody signed in to that account before. */
  sign_in_device: { most: 20, seconds: 15 * MINUTE },
  /** One account tried from many networks, on devices it does not know. */
  sign_in_account: { most: 100, seconds: HOUR },
  /** One network trying many accounts; offices and mobile networks share an address. */
  sign_in_machine: { most: 200, seconds: 15 * MINUTE },
  /** Ceremonies of passkeys, a device or else a network. */
  passkey: { most: 120, seconds: 15 * MINUTE },
  /** Letters with a link for a new password: to one address, and from one network. */
  forgot: { most: 4, seconds: HOUR },
  forgot_machine: { most: 40, seconds: HOUR },
  /** Links that open nothing, tried from one network. */
  reset: { most: 30, seconds: HOUR },
  invitation: { most: 60, seconds: HOUR },
  /** Passwords tried by whoever holds an invitation of somebody who has an account. */
  invitation_password: { most: 8, seconds: 15 * MINUTE },
  /** Tries to change one's own password. */
  password: { most: 30, seconds: HOUR },
  /** Invitations of one organisation. */
  invite: { most: 60, seconds: HOUR },
  /** Reports of problems from one network; mobile networks share addresses. */
  report: { most: 30, seconds: HOUR },
  /** Of all whose address is not known and whose browser says it is the same. */
  report_shared: { most: 300, seconds: HOUR },
  /** PINs of labels from one network, and from one network for one label. */
  confirm: { most: 60, seconds: HOUR },
  confirm_label: { most: 10, seconds: 24 * HOUR },
  /** Of all whose address is not known and whose browser says it is the same. */
  confirm_shared: { most: 600, seconds: HOUR },
  /** Calls of the verify API: of one device or else one address. */
  verify: { most: 120, seconds: MINUTE },
  /** Of everybody together whose address is not known, in one isolate. */
  verify_shared: { most: 1_200, seconds: MINUTE },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof DEFAULT_LIMITS

export type RateLimits = Readonly<Record<LimitName, Limit>>

const ENTRY = /^([a-z_]{1,30})=(\d{1,7})\/(\d{1,7})$/

/**
 * GOC_RATE_LIMITS: `on` (as when it is not set), `off`, or the limits that are to differ as
 * `verify=600/60,sign_in=20/900`: so many times in so many seconds. Null for anything else.
 */
export function parseRateLimits(text: string): RateLimits | 'off' | null {
  if (text === 'off') return 'off'
  if (text === 'on' || text === '') return DEFAULT_LIMITS
  const given: Partial<Record<LimitName, Limit>> = {}
  for (const entry of text.split(',')) {
    const [, name = '', most = '', seconds = ''] = ENTRY.exec(entry.trim()) ?? []
    if (!isLimitName(name) || Number(most) === 0 || Number(seconds) === 0) return null
    given[name] = { most: Number(most), seconds: Number(seconds) }
  }
  return { ...DEFAULT_LIMITS, ...given }
}

function isLimitName(name: string): name is LimitName {
  return Object.hasOwn(DEFAULT_LIMITS, name)
}
