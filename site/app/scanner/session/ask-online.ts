import type { Verdict } from '../../../../worker/domain/standing/provenance.ts'

/** Somebody stands at a stall and waits: longer than this the device answers by itself. */
const PATIENCE_MS = 2_500
/** After an answer that did not come in time the device answers by itself for so long. */
const REST_MS = 20_000

/** Asks the server what it says of a label. */
export type AskOnline = {
  /** Null where there is no answer in time, or none that can be believed. */
  readonly verdict: (text: string) => Promise<Verdict | null>
  /** The line was there last time, as far as is known. */
  readonly isWorthAsking: () => boolean
}

export function askOnline(given: {
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly isOnline: () => boolean
}): AskOnline {
  const { fetch, now, isOnline } = given
  let restsUntil = 0
  return {
    isWorthAsking: () => isOnline() && now() >= restsUntil,
    verdict: async (code) => {
      try {
        const answer = await fetch('/api/v1/verify', {
          ...{ method: 'POST', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) },
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ code }),
        })
        const verdict: unknown = answer.ok ? await answer.json() : null
        if (isVerdict(verdict)) return verdict
      } catch {
        // No line, or none that is fast enough.
      }
      restsUntil = now() + REST_MS
      return null
    },
  }
}

/** What stands between (a hotel's page) may say anything; one of the past is no answer of now. */
function isVerdict(value: unknown): value is Verdict {
  if (typeof value !== 'object' || value === null) return false
  return 'authenticity' in value && 'reasons' in value && 'stale' in value && value.stale !== true
}
