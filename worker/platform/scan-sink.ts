import type { ScanRow } from '../../db/queries/scans.ts'

/** One scan as seen by the route, before anything personal is dropped. */
export type Scan = {
  readonly ref: string
  readonly unitSpace: string
  readonly serial: number
  readonly scannedAt: number
  readonly standing: string
  readonly region: string | null
  /** Address and browser, hashed with the day's salt before anything is stored. */
  readonly visitorSource: string
  /** The address alone, hashed likewise; null where none is believed. */
  readonly addressSource: string | null
  /** False for somebody signed in, who looks at labels for their work. */
  readonly isVisit: boolean
}

/** Takes scans and counts them after the response. Never fails the scan that it counts. */
export type ScanSink = {
  readonly record: (scan: Scan, waitUntil: (work: Promise<unknown>) => void) => void
}

/** What carries a batch of scans on: a queue where there is one, the database where there is not. */
export type DeliverScans = (rows: readonly ScanRow[]) => Promise<void>

const LINGER_MS = 500
const MAX_HELD = 20_000
const GIVE_UP_WAITING_MS = 5_000

/**
 * Holds scans of this isolate for half a second and delivers them together. Only values are held,
 * never a promise: the request whose scan came first waits, after its response, and delivers what
 * has gathered by then. What an isolate loses when it dies is half a second of counts.
 */
export function bufferScans(input: { hashVisitor: (source: string, day: number) => string }): {
  sinkFor: (deliver: () => DeliverScans) => ScanSink
} {
  let held: Scan[] = []
  /** When the waiting request's scan came; null when none waits. */
  let awaitedSince: number | null = null
  const flush = async (deliver: DeliverScans): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, LINGER_MS))
    const scans = held
    held = []
    awaitedSince = null
    await deliver(toRows(scans, input.hashVisitor))
  }
  // The means of delivery belong to the request that waits: a client must not outlive its own.
  const sinkFor = (deliver: () => DeliverScans): ScanSink => ({
    record: (scan, waitUntil) => {
      // Beyond this the database has been away for long; counting is the part to give up.
      if (held.length < MAX_HELD) held.push(scan)
      // A request that was cut off never delivers; another takes over after a while.
      if (awaitedSince !== null && scan.scannedAt - awaitedSince < GIVE_UP_WAITING_MS) return
      awaitedSince = scan.scannedAt
      const work = flush(deliver())
      waitUntil(work.catch((error) => console.error('scans not counted', nameOf(error))))
    },
  })
  return { sinkFor }
}

const DAY_MS = 86_400_000
/** Days are those of Viet Nam, so that a salt lasts as long as the day it counts for. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** Where no address is believed many come from one source: each is hashed once a day and delivery. */
function toRows(
  scans: readonly Scan[],
  hashVisitor: (source: string, day: number) => string,
): ScanRow[] {
  const hashes = new Map<string, string>()
  let hashedFor: number | null = null
  const hashOf = (source: string, day: number): string => {
    if (day !== hashedFor) {
      hashes.clear()
      hashedFor = day
    }
    let hash = hashes.get(source)
    if (hash === undefined) {
      hash = hashVisitor(source, day)
      hashes.set(source, hash)
    }
    return hash
  }
  return scans.map(({ visitorSource, addressSource, isVisit, ...rest }) => {
    const day = Math.floor((rest.scannedAt + VIETNAM_OFFSET_MS) / DAY_MS)
    const visitor = hashOf(visitorSource, day)
    if (!isVisit || rest.serial === 0) return { ...rest, visitor }
    // Where no address is believed each browser stands for one.
    const address = addressSource === null ? visitor : hashOf(`address ${addressSource}`, day)
    return { ...rest, visitor, visit: { address, visitor } }
  })
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
