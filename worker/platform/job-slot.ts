/**
 * Room for one job at a time in an isolate: a list that is being read may take most of the memory
 * there is. It holds a time and no promise, so that work which was cut off with its request does not
 * keep the room for ever.
 */
export type JobSlot = {
  /** False where another job is at work. */
  readonly take: (now: number, until: number) => boolean
  readonly keep: (until: number) => void
  readonly free: () => void
}

export function createJobSlot(): JobSlot {
  let takenUntil = 0
  return {
    take: (now, until) => {
      if (takenUntil > now) return false
      takenUntil = until
      return true
    },
    keep: (until) => {
      takenUntil = until
    },
    free: () => {
      takenUntil = 0
    },
  }
}
