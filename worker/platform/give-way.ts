import type { GiveWay } from '../lib/steps/give-way.ts'

/** Work done in one go: a scan that comes meanwhile waits this long and a little more. */
const SLICE_MS = 4

/**
 * Calls in one go where the clock stands still while code runs, as on Cloudflare; adapted to how long
 * they turn out to take. Where the clock goes on, it decides. Few at most: the next kind of step may
 * take a hundred times as long as those that were counted, and a rest costs next to nothing.
 */
const FIRST_CALLS = 8
const MOST_CALLS = 128

/** A {@link GiveWay} for one piece of work: a few milliseconds at a time, others in between. */
export function createGiveWay(
  clock: { readonly now: () => number; readonly pause: () => Promise<void> } = REAL_TIME,
): GiveWay {
  const { now, pause } = clock
  let since = now()
  let calls = 0
  let mostCalls = FIRST_CALLS
  const rest = async () => {
    calls = 0
    await pause()
    const took = now() - since
    if (took > 2 * SLICE_MS) mostCalls = Math.max(1, Math.floor(mostCalls / 2))
    else if (took < SLICE_MS) mostCalls = Math.min(MOST_CALLS, mostCalls * 2)
    since = now()
  }
  return () => {
    calls += 1
    const spent = now() - since
    return spent >= SLICE_MS || (spent === 0 && calls >= mostCalls) ? rest() : undefined
  }
}

const REAL_TIME = { now: () => performance.now(), pause: nextTurn }

/** workerd knows `scheduler.wait`; Node's next turn comes with `setImmediate`. */
function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { wait?: (ms: number) => Promise<void> } }
  if (scheduler?.wait !== undefined) return scheduler.wait(0)
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
