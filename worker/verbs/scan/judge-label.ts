import type { BatchSubject } from '../../domain/label/subject.ts'
import { unitSpaceOf } from '../../domain/label/unit-space.ts'
import {
  type AuthenticityDecision,
  decideIssued,
} from '../../domain/standing/decide-authenticity.ts'
import { decideStanding } from '../../domain/standing/decide-standing.ts'
import type { StandingDecision } from '../../domain/standing/types.ts'
import { type BatchFacts, standingFacts } from './batch-facts.ts'

export type Judgement =
  | {
      readonly authenticity: 'genuine'
      readonly decision: StandingDecision
      readonly hasPin: boolean
    }
  | Exclude<AuthenticityDecision, { authenticity: 'genuine' }>

/** A judgement and the serials, both ends included, of which nothing else can be said. */
type Stretch = { readonly from: number; readonly to: number; readonly judgement: Judgement }

type Kept = { today: string; readonly byKind: Map<string, Stretch[]> }

/** By the facts themselves: whatever of them changes, they are another object. */
const kept = new WeakMap<BatchFacts, Kept>()

/** Where runs and exceptions cut a batch into more pieces than this, the oldest are decided anew. */
const STRETCHES = 16

/**
 * Whether a label with a right signature was issued, and what its batch's standing is on a day.
 * Decided once for all labels between two bounds: serials decide only by lying in a run or in the
 * range of an exception, so between two ends of those every label of a key and profile is judged
 * alike.
 */
export function judgeLabel(input: {
  facts: BatchFacts
  kid: string
  subject: BatchSubject
  today: string
}): Judgement {
  const { subject } = input
  const copySuspectedAt = suspectedSince(input)
  if (copySuspectedAt !== null) return judgeSuspect({ ...input, copySuspectedAt })
  const stretches = stretchesOf(input)
  for (const { from, to, judgement } of stretches) {
    if (from <= subject.serial && subject.serial <= to) return judgement
  }
  const stretch = { ...boundsAround(input.facts, subject.serial), judgement: judge(input) }
  if (stretches.length >= STRETCHES) stretches.pop()
  stretches.unshift(stretch)
  return stretch.judgement
}

/** When a unit's label was found to be opened by too many; nearly always there is none of its batch. */
function suspectedSince({
  facts: { suspects: known },
  subject,
}: {
  readonly facts: BatchFacts
  readonly subject: BatchSubject
}): number | null {
  if (known.size === 0 || subject.serial === 0) return null
  return known.get(`${unitSpaceOf(subject)} ${subject.serial}`) ?? null
}

/** By the facts: suspect labels are few, and those opened again and again are judged once. */
const suspects = new WeakMap<BatchFacts, Map<string, Judgement>>()
const SUSPECTS = 32

function judgeSuspect(input: Parameters<typeof judge>[0]): Judgement {
  const { facts, kid, subject, today, copySuspectedAt } = input
  let held = suspects.get(facts)
  if (held === undefined || held.size >= SUSPECTS) {
    held = new Map()
    suspects.set(facts, held)
  }
  const key = `${kid} ${subject.profile} ${subject.serial} ${today} ${copySuspectedAt}`
  let judgement = held.get(key)
  if (judgement === undefined) {
    judgement = judge(input)
    held.set(key, judgement)
  }
  return judgement
}

function stretchesOf(input: {
  facts: BatchFacts
  kid: string
  subject: BatchSubject
  today: string
}): Stretch[] {
  const { facts, today } = input
  let held = kept.get(facts)
  if (held === undefined || held.today !== today) {
    held = { today, byKind: new Map() }
    kept.set(facts, held)
  }
  const kind = `${input.kid} ${input.subject.profile}`
  let stretches = held.byKind.get(kind)
  if (stretches === undefined) {
    stretches = []
    // As many kinds as keys that signed for this batch: the signature was right.
    held.byKind.set(kind, stretches)
  }
  return stretches
}

function judge(input: {
  facts: BatchFacts
  kid: string
  subject: BatchSubject
  today: string
  copySuspectedAt?: number | null
}): Judgement {
  const { facts, kid, subject, today, copySuspectedAt = null } = input
  const issued = decideIssued(kid, subject, facts.runs)
  if (issued.authenticity !== 'genuine') return issued
  const { run, runIds } = issued
  const { keyRevokedFrom, keyRevokedAt, hasPin } = run
  const label = { runIds, serial: subject.serial, keyRevokedFrom, keyRevokedAt, copySuspectedAt }
  const decision = decideStanding(standingFacts(facts, label), today)
  return { authenticity: 'genuine', decision, hasPin }
}

/** The widest bounds around a serial in which no run and no exception begins or ends. */
function boundsAround(facts: BatchFacts, serial: number): { from: number; to: number } {
  // The whole-batch label is a kind of its own.
  let bounds = narrowed({ from: 0, to: Number.MAX_SAFE_INTEGER }, { serial, low: 0, high: 0 })
  for (const { fromSerial: low, toSerial: high } of facts.runs) {
    bounds = narrowed(bounds, { serial, low, high })
  }
  for (const { fromSerial, toSerial } of facts.exceptions) {
    const low = fromSerial ?? 0
    const high = toSerial ?? Number.MAX_SAFE_INTEGER
    bounds = narrowed(bounds, { serial, low, high })
  }
  return bounds
}

/** The part of the bounds that lies on the serial's side of a range. */
function narrowed(
  bounds: { readonly from: number; readonly to: number },
  range: { readonly serial: number; readonly low: number; readonly high: number },
): { from: number; to: number } {
  const { from, to } = bounds
  const { serial, low, high } = range
  if (serial < low) return { from, to: Math.min(to, low - 1) }
  if (serial > high) return { from: Math.max(from, high + 1), to }
  return { from: Math.max(from, low), to: Math.min(to, high) }
}
