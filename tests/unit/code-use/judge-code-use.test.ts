import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CodeUseFacts,
  type CodeUser,
  judgeCodeUse,
} from '../../../worker/domain/code-use/judge-code-use.ts'

const DAY = '2026-06-10'
const CODE = { codeId: 'c', code: 'VN-AGOR-0001', siteId: 's', holderId: 'holder' }

function user(given: Partial<CodeUser> = {}): CodeUser {
  return {
    id: 'b',
    organisationId: 'packer',
    packedOn: DAY,
    declaredAt: 1,
    annulled: false,
    checked: false,
    codes: [CODE],
    sourceIds: [],
    ...given,
  }
}

const judge = (facts: Partial<CodeUseFacts>) =>
  judgeCodeUse(
    { batches: [user()], memberships: [], authorisations: [], ...facts },
    { batchId: 'b', codeId: 'c' },
  )

const during = (fromOn: string, toOn: string | null) => ({ fromOn, toOn })
const membership = (period: { fromOn: string; toOn: string | null }) => ({
  ...period,
  organisationId: 'packer',
  memberId: 'holder',
})
const contract = (period: { fromOn: string; toOn: string | null }) => ({
  ...period,
  id: 'l',
  organisationId: 'packer',
  siteId: 's',
  markets: [],
  quantityKg: null,
  usedKg: 0,
  revokedAt: null,
})

describe('the use of a code', () => {
  it('is the holder’s own', () => {
    expect(judge({ batches: [user({ organisationId: 'holder' })] })).toBe('held')
  })

  it('is borrowed without a word', () => {
    expect(judge({})).toBeNull()
  })

  it.each([
    ['ends the day before', during('2026-01-01', '2026-06-09'), null],
    ['ends on the day', during('2026-01-01', DAY), 'yes'],
    ['has no end', during(DAY, null), 'yes'],
    ['begins the day after', during('2026-06-11', null), null],
  ])('rests on a membership or contract of the packing day: one that %s', (_, period, answer) => {
    expect(judge({ memberships: [membership(period)] })).toBe(answer && 'member')
    expect(judge({ authorisations: [contract(period)] })).toBe(answer && 'contract')
  })

  it('does not rest on a membership of the packer with the holder, turned round', () => {
    const turned = { ...during('2026-01-01', null), organisationId: 'holder', memberId: 'packer' }
    expect(judge({ memberships: [turned] })).toBeNull()
  })

  it('does not rest on a contract for another site of the holder', () => {
    expect(
      judge({ authorisations: [{ ...contract(during('2026-01-01', null)), siteId: 't' }] }),
    ).toBeNull()
  })

  it('comes with a source that was entitled to it, through any number of hands', () => {
    const chain = [
      user({ sourceIds: ['m'] }),
      user({ id: 'm', organisationId: 'trader', sourceIds: ['f'] }),
      user({ id: 'f', organisationId: 'holder' }),
    ]
    expect(judge({ batches: chain })).toBe('source')
    expect(judge({ batches: chain.slice(0, 2) })).toBeNull()
  })

  it('does not come with a source that is annulled, that borrowed it, or that bears another code', () => {
    const with_ = (source: Partial<CodeUser>) =>
      judge({
        batches: [
          user({ sourceIds: ['f'] }),
          user({ id: 'f', organisationId: 'holder', ...source }),
        ],
      })
    expect(with_({})).toBe('source')
    expect(with_({ annulled: true })).toBeNull()
    expect(with_({ organisationId: 'thief' })).toBeNull()
    expect(with_({ organisationId: 'thief', checked: true })).toBe('source')
    expect(with_({ codes: [{ ...CODE, codeId: 'd' }] })).toBeNull()
    expect(with_({ packedOn: null })).toBeNull()
  })

  it('is never granted by a batch that is its own source', () => {
    expect(judge({ batches: [user({ sourceIds: ['b'] })] })).toBeNull()
    const circle = [user({ sourceIds: ['m'] }), user({ id: 'm', sourceIds: ['b'] })]
    expect(judge({ batches: circle })).toBeNull()
  })

  it('is what a slow walk over every path finds', () => {
    const ids = ['b', 'm', 'n', 'o'] as const
    const anyUser = fc.record({
      organisationId: fc.constantFrom('packer', 'holder', 'member', 'thief'),
      packedOn: fc.constantFrom(null, '2026-06-01', DAY),
      declaredAt: fc.constant(1),
      annulled: fc.boolean(),
      checked: fc.boolean(),
      codes: fc.constantFrom([CODE], [CODE], [{ ...CODE, holderId: 'member' }], []),
      sourceIds: fc.subarray([...ids]),
    })
    const anyPeriod = fc.constantFrom(
      during('2026-01-01', null),
      during('2026-01-01', '2026-06-05'),
      during('2026-06-05', null),
    )
    const anyFacts: fc.Arbitrary<CodeUseFacts> = fc.record({
      batches: fc
        .tuple(anyUser, anyUser, anyUser, anyUser)
        .map((users) => users.map((each, i) => ({ ...each, id: ids[i] ?? 'b' }))),
      memberships: fc.array(
        anyPeriod.map((period) => ({ ...period, organisationId: 'packer', memberId: 'member' })),
        { maxLength: 1 },
      ),
      authorisations: fc.array(anyPeriod.map(contract), { maxLength: 1 }),
    })
    /** Every path of distinct batches from the one asked about, each step by the rule's own words. */
    const walk = (facts: CodeUseFacts, path: readonly string[]): boolean => {
      const batch = facts.batches.find(({ id }) => id === path.at(-1))
      const used = batch?.codes.find(({ codeId }) => codeId === 'c')
      if (batch === undefined || used === undefined || batch.packedOn === null) return false
      const day = batch.packedOn
      const holds = ({ fromOn, toOn }: { fromOn: string; toOn: string | null }) =>
        fromOn <= day && day <= (toOn ?? '9999')
      if (used.holderId === batch.organisationId) return true
      if (
        facts.memberships.some(
          (m) =>
            m.organisationId === batch.organisationId && m.memberId === used.holderId && holds(m),
        )
      )
        return true
      if (
        facts.authorisations.some(
          (c) => c.organisationId === batch.organisationId && c.siteId === used.siteId && holds(c),
        )
      )
        return true
      return batch.sourceIds.some((id) => {
        const source = facts.batches.find((other) => other.id === id)
        if (source === undefined || source.annulled || path.includes(id)) return false
        if (!source.codes.some(({ codeId }) => codeId === 'c')) return false
        return source.checked || walk(facts, [...path, id])
      })
    }
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = judgeCodeUse(facts, { batchId: 'b', codeId: 'c' })
        expect(found !== null).toBe(walk(facts, ['b']))
      }),
      { numRuns: 3_000, seed: 11 },
    )
  })
})
