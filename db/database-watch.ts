import { AWAY_STATUS, DatabaseAway } from './database-away.ts'

/** How long one call may take before the asker is told that the database does not answer. */
const ANSWER_MS = 4_000
/** The same while it is believed away: somebody has waited the whole time already. */
const PROBE_MS = 1_000
/** Pauses between tries, counted from the failure: 1, 2, 4 and then every 5 seconds. */
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 5_000
/** A failure so long ago says nothing: whoever comes next asks as if there had been none. */
const FORGET_MS = 60_000
const LOOK_EVERY_MS = 100

/** Calls the database, and knows for all requests of an isolate whether it answers. */
export type DatabaseWatch = {
  /** `fetch` with a time-out; throws `DatabaseAway`, at once while the database is known to be away. */
  readonly fetch: typeof fetch
}

/**
 * A circuit breaker. A call that gets no answer opens it: until its pause is over everybody is
 * refused at once, then one call at a time tries again. Only values are shared between requests,
 * never a promise or a signal. A statement that is slow while others are answered opens nothing.
 */
export function watchDatabase(
  given: { readonly now?: () => number; readonly fetch?: typeof fetch } = {},
): DatabaseWatch {
  const now = given.now ?? Date.now
  const call: typeof fetch = given.fetch ?? ((request, init) => fetch(request, init))
  let failures = 0
  let failedAt = Number.NEGATIVE_INFINITY
  let answeredAt = Number.NEGATIVE_INFINITY
  let probingSince = Number.NEGATIVE_INFINITY

  /** True where this call is the one that tries; throws where it may not go out at all. */
  const enter = (at: number): boolean => {
    if (at - failedAt > FORGET_MS) failures = 0
    if (failures === 0) return false
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
    // A probe whose request was cut off never ends; after its time another may go.
    const probed = at - probingSince < PROBE_MS + LOOK_EVERY_MS
    if (at - failedAt < pause || probed) throw new DatabaseAway()
    probingSince = at
    return true
  }
  const fail = (startedAt: number): void => {
    if (answeredAt > startedAt) return
    // Those who were under way together found out one thing, not many.
    if (startedAt >= failedAt) failures += 1
    failedAt = now()
  }
  const succeed = (): void => {
    failures = 0
    answeredAt = now()
  }
  /** Those who already wait when another's time is up need not wait all of theirs. */
  const patience = (startedAt: number, probes: boolean): number =>
    probes || (failures > 0 && failedAt > startedAt) ? PROBE_MS : ANSWER_MS

  return {
    fetch: async (request, init) => {
      const startedAt = now()
      const probes = enter(startedAt)
      const abort = new AbortController()
      const timer = setInterval(() => {
        if (now() - startedAt >= patience(startedAt, probes)) abort.abort()
      }, LOOK_EVERY_MS)
      try {
        const answer = await wholeAnswer(call(request, { ...init, signal: abort.signal }))
        if (AWAY_STATUS.has(answer.status)) fail(startedAt)
        else succeed()
        return answer
      } catch (error) {
        fail(startedAt)
        throw new DatabaseAway(error)
      } finally {
        clearInterval(timer)
        if (probes) probingSince = Number.NEGATIVE_INFINITY
      }
    },
  }
}

/** Read to its end here, so that the time-out holds for the body too. */
async function wholeAnswer(answering: Promise<Response>): Promise<Response> {
  const answer = await answering
  const body = await answer.arrayBuffer()
  const type = answer.headers.get('content-type')
  return new Response(body, {
    status: answer.status,
    ...(type === null ? {} : { headers: { 'content-type': type } }),
  })
}
