import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../../worker/domain/decisions/decide.ts'
import { countedDecisions, nextInstant } from '../../../worker/domain/decisions/history.ts'
import type { Asked, RecordedDecision, Source } from '../../../worker/domain/decisions/types.ts'
import { askedBy, TODAY } from './random-decisions.ts'

const SOURCES: readonly Source[] = ['officer', 'bulk', 'list', 'grant', 'reissue', 'term']

const anything: fc.Arbitrary<Asked> = fc.oneof(
  ...SOURCES.map((source): fc.Arbitrary<Asked> => askedBy(source)),
  fc.nat(12).map((n): Asked => ({ kind: 'take_back', decisionId: `e${n}`, importId: 'i' })),
)

type Step = { readonly asked: Asked; readonly importId: string | null }

/** Only lists are recorded as imports and undone as such. */
const isList = (asked: Asked) =>
  asked.kind === 'decision' && (asked.source === 'bulk' || asked.source === 'list')

const steps = fc.array(fc.record({ asked: anything, importId: fc.constantFrom(null, 'i') }), {
  maxLength: 14,
})

/** The history that grows when everything is recorded that the rule lets be recorded. */
function play(given: readonly Step[]): RecordedDecision[] {
  const events: RecordedDecision[] = []
  for (const { asked, importId } of given) {
    const history = { code: 'VN-AGOR-0001', market: 'CHN', events }
    const ruling = decide(history, asked, TODAY)
    if (!('said' in ruling)) continue
    events.push({
      ...{ ...ruling.said, id: `e${events.length}`, market: 'CHN' },
      recordedAt: nextInstant(events, 1),
      importId: asked.kind === 'take_back' ? asked.importId : isList(asked) ? importId : null,
    })
  }
  return events
}

/** What counts, in the order in which it does, without ends that bring nothing back. */
function lineOf(events: readonly RecordedDecision[]): RecordedDecision[] {
  return countedDecisions(events)
    .filter(({ status }) => status !== 'expired' && status !== 'none')
    .toSorted((a, b) => {
      if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1
      return a.recordedAt - b.recordedAt
    })
}

const isFinal = (status: string | undefined) => status === 'revoked' || status === 'cancelled'

describe('whatever is asked, in whatever order', () => {
  it('nothing revoked or cancelled is followed by anything that brings the code back', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const line = lineOf(play(given))
        for (const [i, { status }] of line.entries()) {
          if (isFinal(line[i - 1]?.status)) expect(isFinal(status)).toBe(true)
        }
      }),
      { numRuns: 20_000, seed: 13 },
    )
  })

  it('no decision is corrected twice, one end of a term counts, and no two share an instant', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const events = play(given)
        const amended = events.flatMap(({ amendsId }) => amendsId ?? [])
        expect(new Set(amended).size).toBe(amended.length)
        const terms = countedDecisions(events).filter(({ endsTerm }) => endsTerm)
        expect(terms.length).toBeLessThanOrEqual(1)
        expect(new Set(events.map(({ recordedAt }) => recordedAt)).size).toBe(events.length)
      }),
      { numRuns: 5_000, seed: 14 },
    )
  })

  it('what is asked twice is recorded once', () => {
    fc.assert(
      fc.property(steps, anything, (given, asked) => {
        const before = play(given)
        const once = play([...given, { asked, importId: null }])
        // Nobody who asks again has seen less than the first time.
        const again = asked.kind === 'decision' ? { ...asked, seen: undefined } : asked
        const twice = play([...given, { asked, importId: null }, { asked: again, importId: null }])
        if (once.length > before.length) expect(twice.length).toBe(once.length)
      }),
      { numRuns: 5_000, seed: 15 },
    )
  })
})
