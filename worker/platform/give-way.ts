import type { GiveWay } from '../domain/give-way.ts'

/** What workerd offers under the name `scheduler`; Node has none. */
type WaitingScheduler = { readonly wait: (ms: number) => Promise<void> }

/**
 * A turn of the event loop: what came in meanwhile is answered first. In Node `setImmediate` comes
 * right after input, where a timer would wait a millisecond.
 */
export const giveWay: GiveWay = () => {
  const scheduler = Reflect.get(globalThis as object, 'scheduler') as WaitingScheduler | undefined
  if (scheduler !== undefined) return scheduler.wait(0)
  return new Promise((resolve) => setImmediate(resolve))
}
