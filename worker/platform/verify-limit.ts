import type { IsolateLimiter } from './isolate-limiter.ts'
import type { Limit, RateLimits } from './rate-limits.ts'

/** Who asks the verify API, as far as it can be told. */
export type VerifyCaller = {
  /** Id of a device on which somebody signed in; null for an unknown one. */
  readonly device: string | null
  /** What the proxy in front tells of the address; null where none is believed. */
  readonly network: string | null
  /** What the caller says it is: enough to tell a program that runs wild from the others. */
  readonly agent: string
}

/** Says how many seconds a caller of the verify API has to wait; 0 to go on. */
export type VerifyLimit = (caller: VerifyCaller) => Promise<number>

/** Cloudflare's limit binding. */
export type LimitBinding = {
  readonly limit: (input: { key: string }) => Promise<{ success: boolean }>
}

/** The binding tells no time; its windows are a minute at most. */
const BINDING_WAIT_SECONDS = 60
const AGENT_LENGTH = 120

/**
 * How often the verify API may be asked: each known device and else each address by itself, so that
 * nobody uses up what is another's. Where no address is believed strangers cannot be told apart and
 * share one bucket an isolate. It refills all the while, so whoever finds it empty waits a moment
 * and not a window; one kind of program gets at most half of it; and devices on which somebody
 * signed in are not counted in it. Labels themselves (GET) are never limited.
 */
export function verifyLimit(input: {
  readonly limits: RateLimits
  readonly isolate: IsolateLimiter
  readonly binding: LimitBinding | undefined
  readonly now: () => number
}): VerifyLimit {
  const { limits, isolate, binding } = input
  const secondsFor = (key: string, limit: Limit) =>
    Math.ceil(isolate.take({ key, limit, now: input.now() }) / 1000)
  return async ({ device, network, agent }) => {
    const own = device === null ? network : `device ${device}`
    if (own !== null && binding !== undefined) {
      return (await binding.limit({ key: own })).success ? 0 : BINDING_WAIT_SECONDS
    }
    if (own !== null) return secondsFor(own, limits.verify)
    const shared = limits.verify_shared
    const half = { ...shared, most: Math.ceil(shared.most / 2) }
    const alike = secondsFor(`agent ${agent.slice(0, AGENT_LENGTH)}`, half)
    return alike > 0 ? alike : secondsFor('everybody', shared)
  }
}
