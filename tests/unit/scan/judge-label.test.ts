import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideIssued } from '../../../worker/domain/standing/decide-authenticity.ts'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import {
  type BatchFacts,
  standingFacts,
  toBatchFacts,
} from '../../../worker/verbs/scan/batch-facts.ts'
import { judgeLabel } from '../../../worker/verbs/scan/judge-label.ts'

const KID = 'A1B'
const DAYS = ['2026-06-14', '2026-06-15', '2026-06-16']
const PROFILES = ['compact', 'full'] as const

const range = fc.tuple(fc.nat(40), fc.nat(15)).map(([from, more]) => [from, from + more] as const)
const run = fc.record({
  range,
  profile: fc.constantFrom(...PROFILES),
  kid: fc.constantFrom(KID, 'X9X'),
  createdAt: fc.nat(5),
  revokedFrom: fc.option(fc.nat(5)),
})
const exception = fc.record({
  range: fc.option(range),
  run: fc.nat(6),
  kind: fc.constantFrom('void', 'stolen', 'lost', 'recalled', 'copy_suspected'),
  effectiveOn: fc.constantFrom(...DAYS),
  amends: fc.option(fc.nat(6)),
})

type Given = {
  runs: (typeof run extends fc.Arbitrary<infer T> ? T : never)[]
  exceptions: (typeof exception extends fc.Arbitrary<infer T> ? T : never)[]
}

function factsOf({ runs, exceptions }: Given): BatchFacts {
  const document = {
    provenance: { packedOn: '2026-06-01', expiresOn: '2026-06-15', markets: ['VNM'], tests: [] },
    codes: [],
    preHarvestBreaches: [],
    producerSuspendedOn: null,
  }
  return toBatchFacts(
    {
      document: JSON.stringify(document),
      events: '[]',
      suspects: '[]',
      runs: JSON.stringify(
        runs.map((each, i) => [
          `run${i}`,
          each.profile,
          each.kid,
          ...each.range,
          each.createdAt,
          each.revokedFrom,
          each.revokedFrom,
          // Some runs have PINs and some have none.
          each.createdAt % 2,
        ]),
      ),
      exceptions: JSON.stringify(
        exceptions.map((each, i) => [
          `exception${i}`,
          each.kind,
          each.range === null ? null : `run${each.run}`,
          each.range?.[0] ?? null,
          each.range?.[1] ?? null,
          each.effectiveOn,
          i,
          null,
          null,
          each.amends === null ? null : `exception${each.amends}`,
          0,
        ]),
      ),
      scans: null,
    },
    null,
  )
}

describe('a judgement kept for labels between two bounds', () => {
  it('is that of each label judged by itself, in whatever order they come', () => {
    const given = fc.record({
      runs: fc.array(run, { maxLength: 6 }),
      exceptions: fc.array(exception, { maxLength: 6 }),
      asked: fc.array(
        fc.record({
          serial: fc.nat(60),
          profile: fc.constantFrom(...PROFILES),
          today: fc.constantFrom(...DAYS),
        }),
        { minLength: 30, maxLength: 60 },
      ),
    })
    fc.assert(
      fc.property(given, ({ runs, exceptions, asked }) => {
        const facts = factsOf({ runs, exceptions })
        for (const { serial, profile, today } of asked) {
          const codes = { growingAreas: [], packingHouse: 'VN-1' }
          const subject = { profile, ref: '7K3M9QX1', serial, ...codes } as const
          const judged = judgeLabel({ facts, kid: KID, subject, today })
          const issued = decideIssued(KID, subject, facts.runs)
          if (issued.authenticity !== 'genuine') {
            expect(judged).toEqual(issued)
            continue
          }
          const { keyRevokedFrom, keyRevokedAt } = issued.run
          const label = { runIds: issued.runIds, serial, keyRevokedFrom, keyRevokedAt }
          expect(judged).toEqual({
            authenticity: 'genuine',
            decision: decideStanding(standingFacts(facts, label), today),
            hasPin: issued.run.hasPin,
          })
        }
      }),
      { numRuns: 300, seed: 11 },
    )
  })

  it('is the same object for neighbours, so that nothing made from it is made twice', () => {
    const runs: Given['runs'] = [
      {
        range: [1, 1_000] as const,
        profile: 'compact' as const,
        kid: KID,
        createdAt: 1,
        revokedFrom: null,
      },
    ]
    const facts = factsOf({ runs, exceptions: [] })
    const judge = (serial: number, today = '2026-06-14') =>
      judgeLabel({
        facts,
        kid: KID,
        subject: { profile: 'compact', ref: '7K3M9QX1', serial },
        today,
      })
    expect(judge(2)).toBe(judge(900))
    expect(judge(1_001)).not.toBe(judge(900))
    expect(judge(2, '2026-06-16')).not.toBe(judge(2))
    expect(judge(2, '2026-06-16')).toMatchObject({ decision: { standing: 'stop' } })
  })
})
