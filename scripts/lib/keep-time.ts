import { SCHEDULES } from '../../worker/jobs/schedules.ts'

/** Work that was cut off, or waits for another try, goes on within so long. */
export const JOBS_EVERY_MS = 5_000
const LETTERS_EVERY_MS = 5 * 60_000
const DAY_MS = 24 * 60 * 60_000

/**
 * The clock of a server that has no cron: tells it at each schedule's time, never twice at once. A
 * machine that was off at night catches up soon after it is on: the daily work is done a while after
 * the start, then every day.
 */
export function keepTime(tell: (cron: string) => Promise<unknown>): { readonly stop: () => void } {
  const timers = [
    repeat(JOBS_EVERY_MS, () => tell(SCHEDULES.jobs)),
    repeat(LETTERS_EVERY_MS, () => tell(SCHEDULES.letters)),
    repeat(DAY_MS, () => tell(SCHEDULES.daily), 2 * LETTERS_EVERY_MS),
  ]
  return {
    stop: () => {
      for (const stop of timers) stop()
    },
  }
}

/** Works at intervals, the first time after one of them or as given; what fails is tried the next time. */
function repeat(everyMs: number, work: () => Promise<unknown>, firstMs = everyMs): () => void {
  let timer: NodeJS.Timeout
  let isStopped = false
  const again = (ms: number) => {
    timer = setTimeout(async () => {
      try {
        await work()
      } catch {}
      if (!isStopped) again(everyMs)
    }, ms)
    // The server keeps the process alive, not its clock.
    timer.unref()
  }
  again(firstMs)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
