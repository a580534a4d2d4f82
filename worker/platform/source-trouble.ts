import { LRUCache } from 'lru-cache'
import { isDatabaseUnavailable } from '../../db/errors.ts'

/** Counted from the failure, which comes as long after its request as the time-out is. */
const RETRY_AFTER_MS = 1_000
/** A failure so long ago says nothing about the source as it is now. */
const FORGET_MS = 60_000

/** What is known to go wrong with reads: of one entry, or of the whole source where it was found away. */
export type SourceTrouble = {
  readonly began: (key: string, at: number, error: unknown) => void
  readonly isOver: (key: string) => void
  /** The source is not to be relied on for this entry. */
  readonly stands: (key: string, now: number) => boolean
  /** It failed a moment ago: asking again so soon would not help. */
  readonly isRecent: (key: string, now: number) => boolean
}

/** Other failures than absence concern their own entry, or one broken batch would make all others old. */
export function sourceTrouble(): SourceTrouble {
  const failedAt = new LRUCache<string, number>({ max: 10_000 })
  let awayAt = Number.NEGATIVE_INFINITY
  const since = (key: string, now: number): number =>
    now - Math.max(awayAt, failedAt.get(key) ?? Number.NEGATIVE_INFINITY)
  return {
    began: (key, at, error) => {
      if (isDatabaseUnavailable(error)) awayAt = Math.max(at, awayAt)
      else failedAt.set(key, at)
    },
    isOver: (key) => {
      failedAt.delete(key)
      awayAt = Number.NEGATIVE_INFINITY
    },
    stands: (key, now) => since(key, now) < FORGET_MS,
    isRecent: (key, now) => since(key, now) < RETRY_AFTER_MS,
  }
}
