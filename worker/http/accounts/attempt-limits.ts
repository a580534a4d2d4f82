import { createHmac } from 'node:crypto'
import type { Database } from '../../../db/client.ts'
import { countAttempt, forgetAttempts } from '../../../db/queries/accounts-limits.ts'
import { fillAll } from '../../copy/fill.ts'
import { LIMIT_COPY } from '../../copy/portal/limit.ts'
import { REPORT_REFUSALS } from '../../copy/refusals/reports.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { LimitName, RateLimits } from '../../platform/rate-limits.ts'
import { Problem } from '../../verbs/errors.ts'

/** Counters of attempts; each is refused with `too_many_requests` once there were too many. */
export type AttemptLimits = {
  /** Without a key (where it comes from is not known) nothing is counted. */
  readonly take: (name: LimitName, key: string | null) => Promise<void>
  readonly forget: (name: LimitName, key: string) => Promise<void>
}

/** Limits kept in the database, so that they hold over all isolates. Keys are stored as hashes only. */
export function databaseLimits(input: {
  readonly db: () => Database
  readonly limits: RateLimits
  readonly secret: string
  readonly now: () => number
}): AttemptLimits {
  const { db, limits, secret, now } = input
  const keyOf = (name: LimitName, key: string) =>
    `${name}:${createHmac('sha256', secret).update(`attempts ${name} ${key}`).digest('base64url')}`
  return {
    take: async (name, key) => {
      if (key === null) return
      const { most, seconds } = limits[name]
      const windowMs = seconds * 1000
      const at = now()
      const hashed = keyOf(name, key)
      const { count, since } = await countAttempt(db(), { key: hashed, windowMs, now: at })
      if (count > most) throw tooMany(name, since + windowMs - at)
    },
    forget: (name, key) => forgetAttempts(db(), keyOf(name, key)),
  }
}

/** For one's own machine and for tests. */
export const NO_LIMITS: AttemptLimits = {
  take: async () => undefined,
  forget: async () => undefined,
}

function tooMany(name: LimitName, waitMs: number): Problem {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  const minutes = String(Math.ceil(seconds / 60))
  return new Problem({
    code: 'too_many_requests',
    text: fillAll(wordsOf(name), { minutes: minutes }),
    headers: { 'retry-after': String(seconds) },
  })
}

/** Whoever is held up by what a stranger did is told the ways that stay open. */
function wordsOf(name: LimitName): LocalText {
  switch (name) {
    case 'sign_in':
    case 'sign_in_account':
    case 'sign_in_machine':
      return LIMIT_COPY.signIn
    case 'report':
    case 'report_shared':
      return REPORT_REFUSALS.tooMany
    case 'forgot':
      return LIMIT_COPY.forgot
    default:
      return LIMIT_COPY.any
  }
}
