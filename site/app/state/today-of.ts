import { vietnamDateOf } from '../../../worker/lib/time/vietnam-date-of.ts'
import type { App } from './app-context.ts'
import { trueNow } from './true-now.ts'

/** The running day in Viet Nam, also on a phone whose clock is wrong. */
export function todayOf(app: App): string {
  return vietnamDateOf(trueNow(app.now(), app.store.get().clock))
}
