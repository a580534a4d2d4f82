import { createHmac } from 'node:crypto'
import type { Database } from '../../../db/client.ts'
import { countAttempt, forgetAttempts } from '../../../db/queries/accounts-limits.ts'
import { Problem } from '../../verbs/errors.ts'

const MINUTE_MS = 60_000

/** What is limited: so many attempts in so many minutes, for one address of a letter or a machine. */
const LIMITS = {
  /** A person who mistypes; counted by e-mail address and machine together. */
  sign_in: { most: 8, windowMs: 15 * MINUTE_MS },
  /** One account tried from many machines. */
  sign_in_account: { most: 100, windowMs: 60 * MINUTE_MS },
  /** One machine trying many accounts; offices and mobile networks share an address. */
  sign_in_machine: { most: 200, windowMs: 15 * MINUTE_MS },
  passkey: { most: 120, windowMs: 15 * MINUTE_MS },
  /** Letters with a link for a new password, to one address. */
  forgot: { most: 4, windowMs: 60 * MINUTE_MS },
  forgot_machine: { most: 40, windowMs: 60 * MINUTE_MS },
  reset: { most: 30, windowMs: 60 * MINUTE_MS },
  /** Invitations of one organisation. */
  invite: { most: 60, windowMs: 60 * MINUTE_MS },
  /** Tries to answer invitations from one machine. */
  invitation: { most: 60, windowMs: 60 * MINUTE_MS },
} as const

export type LimitName = keyof typeof LIMITS

/** Counters of attempts; each is refused with `too_many_requests` once there were too many. */
export type AttemptLimits = {
  /** Without a key (the machine is not known) nothing is counted. */
  readonly take: (name: LimitName, key: string | null) => Promise<void>
  readonly forget: (name: LimitName, key: string) => Promise<void>
}

/** Limits kept in the database, so that they hold over all isolates. Keys are stored as hashes only. */
export function databaseLimits(input: {
  readonly db: () => Database
  readonly secret: string
  readonly now: () => number
}): AttemptLimits {
  const { db, secret, now } = input
  const keyOf = (name: LimitName, key: string) =>
    `${name}:${createHmac('sha256', secret).update(`attempts ${name} ${key}`).digest('base64url')}`
  return {
    take: async (name, key) => {
      if (key === null) return
      const { most, windowMs } = LIMITS[name]
      const at = now()
      const { count, since } = await countAttempt(db(), {
        ...{ key: keyOf(name, key), windowMs, now: at },
      })
      if (count > most) throw tooMany(since + windowMs - at)
    },
    forget: (name, key) => forgetAttempts(db(), keyOf(name, key)),
  }
}

/** For one's own machine and for tests. */
export const NO_LIMITS: AttemptLimits = {
  take: async () => undefined,
  forget: async () => undefined,
}

function tooMany(waitMs: number): Problem {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const minutes = Math.ceil(seconds / 60)
  return new Problem({
    code: 'too_many_requests',
    text: {
      vi: `Đã thử quá nhiều lần. Hãy thử lại sau ${minutes} phút.`,
      en: `Too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
      zh: `尝试次数过多，请在 ${minutes} 分钟后重试。`,
    },
    headers: { 'retry-after': String(seconds) },
  })
}
