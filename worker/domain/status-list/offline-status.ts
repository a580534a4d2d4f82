import { decideStanding } from '../standing/decide-standing.ts'
import type {
  ExceptionFacts,
  RunFacts,
  StandingDecision,
  StandingFacts,
} from '../standing/types.ts'

/** As in a Token Status List; 2 means suspended there and is not used. */
export type OfflineValue = 0 | 1 | 3

/** Profiles of labels as lists name them: `c` compact, `f` full, `g` gs1; several in this order. */
export type ProfileLetters = string

/** Serials, both ends included. */
export type IssuedRange = readonly [from: number, to: number, profiles: ProfileLetters]
export type ExceptedRange = readonly [
  from: number,
  to: number,
  value: OfflineValue,
  profiles: ProfileLetters,
]

/** What the status list of one label key says of a batch. */
export type OfflineStatus = {
  /** Of every label that no range below holds. */
  readonly value: OfflineValue
  /** There is something to know of every label of the batch. */
  readonly notice: boolean
  /** Labels of which something else is to be said: recalled, stopped, or something to know. */
  readonly excepted: readonly ExceptedRange[]
  /** Which labels were issued at all. */
  readonly issued: readonly IssuedRange[]
}

/** A batch as it is judged, and its runs under one key that is not revoked. */
export type OfflineFacts = {
  readonly standing: Omit<StandingFacts, 'label'>
  readonly runs: readonly RunFacts[]
}

const LETTERS = { compact: 'c', full: 'f', gs1: 'g' } as const
const PROFILES = ['compact', 'full', 'gs1'] as const

/** Serials of which one thing is said; `value` is null where that is only that they were issued. */
type Range = {
  readonly from: number
  readonly to: number
  readonly value: OfflineValue | null
  readonly profiles: ProfileLetters
}

/**
 * What labels of a batch under one key are to be answered without a network on a day: the standing
 * that a scan would give, as far as two bits tell it, for the batch and for what differs from it.
 */
export function offlineStatus(facts: OfflineFacts, today: string): OfflineStatus {
  const exceptions = unamended(facts.standing.exceptions)
  const standing = { ...facts.standing, exceptions }
  const whole = said(decideStanding({ ...standing, label: null }, today))
  const excepted: Range[] = []
  const issued: Range[] = []
  for (const profile of PROFILES) {
    const runs = facts.runs.filter((run) => run.profile === profile)
    const profiles = LETTERS[profile]
    for (const [from, to] of joined(runs.map((run) => [run.fromSerial, run.toSerial]))) {
      issued.push({ from, to, value: null, profiles })
    }
    for (const { from, to } of segmentsOf(runs, exceptions)) {
      const decision = decideSegment(standing, { runs, exceptions, serial: from, today })
      const own = decision === null ? whole : said(decision)
      if (own.value === whole.value && own.notice === whole.notice) continue
      excepted.push({ from, to, value: own.value, profiles })
    }
  }
  return {
    ...whole,
    excepted: byProfiles(adjoining(excepted)).flatMap(({ from, to, value, profiles }) =>
      value === null ? [] : [[from, to, value, profiles] as const],
    ),
    issued: byProfiles(issued).map(({ from, to, profiles }) => [from, to, profiles]),
  }
}

type Said = Pick<OfflineStatus, 'value' | 'notice'>

function said({ standing, reasons }: StandingDecision): Said {
  if (standing !== 'stop') return { value: 0, notice: standing === 'notice' }
  const recalled = reasons.some(
    ({ code }) => code === 'batch_recalled' || code === 'label_recalled',
  )
  return { value: recalled ? 3 : 1, notice: false }
}

/** Exceptions that nothing took back or amended, those to come among them. */
function unamended(exceptions: readonly ExceptionFacts[]): ExceptionFacts[] {
  const amended = new Set(exceptions.map(({ amends }) => amends))
  return exceptions.filter(({ id, withdrawn }) => !withdrawn && !amended.has(id))
}

/** Stretches of issued serials in which no range of an exception begins or ends. */
function segmentsOf(
  runs: readonly RunFacts[],
  exceptions: readonly ExceptionFacts[],
): { from: number; to: number }[] {
  const byId = new Map(runs.map((run) => [run.id, run]))
  const cuts = new Set<number>()
  const ranges: [number, number][] = []
  for (const { runId, fromSerial, toSerial } of exceptions) {
    const run = runId === null ? undefined : byId.get(runId)
    if (run === undefined) continue
    const from = Math.max(run.fromSerial, fromSerial ?? 0)
    const to = Math.min(run.toSerial, toSerial ?? Number.MAX_SAFE_INTEGER)
    if (from > to) continue
    ranges.push([from, to])
    cuts.add(from).add(to + 1)
  }
  const ends = [...cuts].sort((a, b) => a - b)
  return joined(ranges).flatMap(([from, to]) => {
    const inside = ends.filter((end) => end > from && end <= to)
    return [from, ...inside].map((start, at) => ({ from: start, to: (inside[at] ?? to + 1) - 1 }))
  })
}

/** The standing of a serial by the exceptions that reach it alone; null where none does. */
function decideSegment(
  standing: Omit<StandingFacts, 'label'>,
  asked: {
    readonly runs: readonly RunFacts[]
    readonly exceptions: readonly ExceptionFacts[]
    readonly serial: number
    readonly today: string
  },
): StandingDecision | null {
  const { runs, exceptions, serial, today } = asked
  const runIds = runs
    .filter(({ fromSerial, toSerial }) => fromSerial <= serial && serial <= toSerial)
    .map(({ id }) => id)
  const reaching = exceptions.filter(
    ({ runId, fromSerial, toSerial }) =>
      runId === null ||
      (runIds.includes(runId) &&
        (fromSerial ?? 0) <= serial &&
        serial <= (toSerial ?? Number.MAX_SAFE_INTEGER)),
  )
  if (reaching.every(({ runId }) => runId === null)) return null
  const label = { runIds, serial, keyRevokedFrom: null, keyRevokedAt: null }
  return decideStanding({ ...standing, exceptions: reaching, label }, today)
}

/** Ranges in order, those that meet or follow one another as one. */
function joined(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const result: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    // The whole-batch label is no neighbour of the first unit.
    if (last !== undefined && from <= last[1] + 1 && last[1] !== 0) last[1] = Math.max(last[1], to)
    else if (last === undefined || from > last[1]) result.push([from, to])
  }
  return result
}

/** Neighbours of which the same is said, as one. */
function adjoining(ranges: readonly Range[]): Range[] {
  const result: Range[] = []
  for (const range of ranges) {
    const last = result.at(-1)
    const follows = last !== undefined && last.to + 1 === range.from && last.to !== 0
    if (follows && last.value === range.value && last.profiles === range.profiles) {
      result.splice(-1, 1, { ...last, to: range.to })
    } else result.push(range)
  }
  return result
}

/** What is said of the same serials of several profiles is said once. */
function byProfiles(ranges: readonly Range[]): Range[] {
  const all = new Map<string, Range>()
  for (const range of ranges) {
    const key = `${range.from} ${range.to} ${range.value}`
    const held = all.get(key)
    const profiles = `${held?.profiles ?? ''}${range.profiles}`
    all.set(key, { ...range, profiles })
  }
  return [...all.values()].sort((a, b) => a.from - b.from)
}
