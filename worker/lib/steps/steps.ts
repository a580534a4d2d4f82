import type { GiveWay } from './give-way.ts'

/** Work that may be laid down between any two of its steps, none of which takes long. */
export type Steps<T> = Generator<undefined, T, undefined>

/** All steps at once, where nobody waits meanwhile. */
export function takeSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same work with others given their turn between its steps. */
export async function takeStepsGivingWay<T>(steps: Steps<T>, giveWay: GiveWay): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    const rest = giveWay()
    if (rest !== undefined) await rest
  }
}
