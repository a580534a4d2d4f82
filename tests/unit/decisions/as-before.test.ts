import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../worker/domain/decisions/decide.ts'
import type {
  AskedDecision,
  History,
  RecordedDecision,
  Ruling,
} from '../../../worker/domain/decisions/types.ts'
import {
  type OldOutcome,
  oldBulk,
  oldList,
  oldOfficer,
  oldTakeBack,
  oldTerm,
  TERM_ENDED,
} from '../../support/oracle/old-decision-rules.ts'
import { askedBy, histories, TODAY } from './random-decisions.ts'

type Case = {
  readonly history: History
  readonly asked: AskedDecision
  readonly old: OldOutcome
  readonly now: OldOutcome
}

/** The outcome in the words of the old rules. */
function asOld(ruling: Ruling): OldOutcome {
  switch (ruling.kind) {
    case 'same':
      return ruling
    case 'refuse':
      return { kind: 'refuse', code: ruling.refusal.code }
    case 'record':
      return { kind: 'record', amendsId: ruling.said.amendsId, warnings: [] }
    case 'warn': {
      const warnings = ruling.warnings.map(({ code }) => code)
      return { kind: 'record', amendsId: ruling.said.amendsId, warnings }
    }
  }
}

const refused = ({ now }: Case, code: string) => now.kind === 'refuse' && now.code === code
const isFinal = (status: string) => status === 'revoked' || status === 'cancelled'
const bringsNothingBack = (status: string) => status === 'expired' || status === 'none'

/** Told in another way than the rule: what counts, lined up with what is asked in its place. */
function lineUp({ history: { events }, asked }: Case): {
  readonly before: readonly RecordedDecision[]
  readonly after: readonly RecordedDecision[]
} {
  const term = asked.endsTerm
    ? events.find((each) => each.endsTerm && !events.some(({ amendsId }) => amendsId === each.id))
    : undefined
  const struck = new Set([...events.map(({ amendsId }) => amendsId), asked.amendsId, term?.id])
  const counted = events
    .filter(({ id, status }) => !struck.has(id) && !bringsNothingBack(status))
    .toSorted((a, b) =>
      a.effectiveOn === b.effectiveOn
        ? a.recordedAt - b.recordedAt
        : a.effectiveOn < b.effectiveOn
          ? -1
          : 1,
    )
  return {
    before: counted.filter(({ effectiveOn }) => effectiveOn <= asked.effectiveOn),
    after: counted.filter(({ effectiveOn }) => effectiveOn > asked.effectiveOn),
  }
}

/** Every way in which the new rule is meant to differ from the old ones; there is no other. */
const DIFFERENCES: Readonly<Record<string, (each: Case) => boolean>> = {
  'what was revoked or cancelled does not come back': (each) =>
    refused(each, 'final') &&
    each.old.kind === 'record' &&
    isFinal(lineUp(each).before.at(-1)?.status ?? '') &&
    !isFinal(each.asked.status),
  'a final decision is undone by a correction only as taken by mistake': (each) => {
    const { events } = each.history
    const corrected = events.find(({ id }) => id === each.asked.amendsId)
    return (
      refused(each, 'final_needs_mistake') &&
      each.old.kind === 'record' &&
      isFinal(corrected?.status ?? '') &&
      !isFinal(each.asked.status) &&
      each.asked.reasonCode !== 'corrected'
    )
  },
  'nothing is revoked before a day on which it comes back by itself': (each) =>
    refused(each, 'final_before_return') &&
    each.old.kind === 'record' &&
    isFinal(each.asked.status) &&
    lineUp(each).after.some(({ status }) => !isFinal(status)),
  'a violation is no reason for being active, whoever asks': (each) =>
    refused(each, 'violation_for_active') &&
    each.asked.status === 'active' &&
    each.asked.reasonCode === 'phytosanitary' &&
    !(each.old.kind === 'refuse' && each.old.code === 'far_ahead'),
  'a form sent again is told that its decision stands, not that somebody else decided': (each) =>
    each.asked.source === 'officer' &&
    each.now.kind === 'same' &&
    each.old.kind === 'refuse' &&
    each.old.code === 'decided_meanwhile',
  'an earlier day is warned of by the decision that will count, not by the last one typed': (
    each,
  ) =>
    each.asked.source === 'list' &&
    onlyWarning(each, 'earlier_date') &&
    warnsOf(each.now, 'earlier_date') ===
      countedEvents(each.history).some(
        ({ effectiveOn, endsTerm }) => !endsTerm && effectiveOn > each.asked.effectiveOn,
      ),
  'what was taken back, or is the end of a term alone, is no time before': (each) =>
    (each.asked.source === 'officer' || each.asked.source === 'bulk') &&
    onlyWarning(each, 'no_active_time') &&
    warnsOf(each.now, 'no_active_time') &&
    each.history.events.length > 0,
  'a term ends before nothing that was taken back or corrected': (each) =>
    each.asked.source === 'term' &&
    each.old.kind !== each.now.kind &&
    (refused(each, 'term_before_start') || each.old.kind === 'refuse') &&
    each.history.events.length > countedEvents(each.history).length,
  'a term that ends on the very day already is not ended twice': (each) =>
    each.asked.source === 'term' &&
    each.now.kind === 'same' &&
    countedEvents(each.history).some(
      ({ status, effectiveOn }) => status === 'expired' && effectiveOn === each.asked.effectiveOn,
    ),
}

function countedEvents({ events }: History): RecordedDecision[] {
  const struck = new Set(events.map(({ amendsId }) => amendsId))
  return events.filter(({ id, status }) => status !== 'none' && !struck.has(id))
}

function warnsOf(outcome: OldOutcome, code: string): boolean {
  return outcome.kind === 'record' && outcome.warnings.includes(code)
}

/** True where both record the same and nothing but this warning is told by one and not the other. */
function onlyWarning({ old, now }: Case, code: string): boolean {
  if (old.kind !== 'record' || now.kind !== 'record' || old.amendsId !== now.amendsId) return false
  const rest = (outcome: typeof old) => outcome.warnings.filter((each) => each !== code).join()
  return rest(old) === rest(now) && warnsOf(old, code) !== warnsOf(now, code)
}

const OLD = { officer: oldOfficer, bulk: oldBulk, list: oldList, term: oldTerm } as const
const met = new Set<string>()

describe('what becomes of a decision', () => {
  it.each(Object.keys(OLD) as (keyof typeof OLD)[])(
    'is as it was before there was one rule, but for what is meant to differ (%s)',
    (source) => {
      fc.assert(
        fc.property(histories, askedBy(source), (history, asked) => {
          const old = OLD[source](history, asked, TODAY)
          const now = asOld(decide(history, asked, TODAY))
          const names = Object.entries(DIFFERENCES)
            .filter(([, holds]) => holds({ history, asked, old, now }))
            .map(([name]) => name)
          for (const name of names) met.add(name)
          if (names.length === 0) expect(now).toEqual(old)
        }),
        { numRuns: 20_000, seed: 11 },
      )
    },
  )

  it('differs in every way that is listed', () => {
    expect([...met].sort()).toEqual(Object.keys(DIFFERENCES).sort())
  })

  it('is as it was where an import is undone, and leaves what is not of the import', () => {
    const which = fc.nat(9).map((n) => `e${n}`)
    fc.assert(
      fc.property(
        histories,
        which,
        fc.constantFrom('i1', 'i2'),
        (history, decisionId, importId) => {
          const old = oldTakeBack(history, { decisionId, importId })
          const ruling = decide(history, { kind: 'take_back', decisionId, importId }, TODAY)
          const event = history.events.find(({ id }) => id === decisionId)
          if (event !== undefined && event.importId !== importId) {
            expect(ruling.kind).toBe('same')
            return
          }
          if (ruling.kind === 'record') {
            const { endsTerm, ...said } = ruling.said
            expect({ kind: 'record', ...said }).toEqual(old)
            expect(endsTerm).toBe(said.reason === TERM_ENDED)
          } else {
            expect(old).toEqual(
              ruling.kind === 'refuse'
                ? { kind: 'refuse', code: ruling.refusal.code }
                : { kind: 'same' },
            )
          }
        },
      ),
      { numRuns: 5_000, seed: 12 },
    )
  })
})
