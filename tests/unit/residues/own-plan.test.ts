import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownPlanAgainstTaken } from '../../../worker/domain/residues/own-plan.ts'

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-05-${String(n).padStart(2, '0')}`)
const group = fc.record({
  ...{ siteId: fc.constantFrom('a', 'b'), crop: fc.constantFrom('durian', 'mango') },
  fromOn: fc.constantFrom('2026-01-01', '2026-03-01'),
})
const lines = fc.uniqueArray(
  fc
    .tuple(group, fc.integer({ min: 1, max: 4 }), day, fc.nat(99))
    .map(([of, samples, dueOn, n]) => ({ ...of, samples, dueOn, id: `l${n}` })),
  { maxLength: 8, selector: ({ id }) => id },
)
const taken = fc.uniqueArray(
  fc.tuple(group, day, fc.nat(99)).map(([of, takenOn, n]) => ({
    ...of,
    ...{ takenOn, kind: 'sample' as const, id: `s${n}`, verdict: null },
  })),
  { maxLength: 12, selector: ({ id }) => id },
)
const sameGroup = (a: { siteId: string; crop: string; fromOn: string }, b: typeof a) =>
  a.siteId === b.siteId && a.crop === b.crop && a.fromOn === b.fromOn

describe('an own sampling plan against what was taken', () => {
  it('counts each sample once, where it belongs, and fills the line that is due first', () => {
    fc.assert(
      fc.property(lines, taken, (planned, samples) => {
        const states = ownPlanAgainstTaken(planned, samples)
        expect(states.map(({ id }) => id).toSorted()).toEqual(
          planned.map(({ id }) => id).toSorted(),
        )
        const counted = states.flatMap((line) => line.taken.map((sample) => ({ line, sample })))
        expect(new Set(counted.map(({ sample }) => sample.id)).size).toBe(counted.length)
        expect(counted.every(({ line, sample }) => sameGroup(line, sample))).toBe(true)
        const fitting = samples.filter((sample) => planned.some((line) => sameGroup(line, sample)))
        expect(counted.length).toBe(fitting.length)
        for (const line of states) {
          // As the list of what is due says it: something is left of it and of those before.
          const own = states.filter((each) => sameGroup(each, line))
          const upTo = own.slice(0, own.indexOf(line) + 1)
          const needed = upTo.reduce((sum, each) => sum + each.samples, 0)
          const there = samples.filter((sample) => sameGroup(sample, line)).length
          expect(line.left).toBe(Math.max(0, Math.min(line.samples, needed - there)))
        }
        expect(ownPlanAgainstTaken(planned.toReversed(), samples.toReversed())).toEqual(states)
      }),
      { numRuns: 150, seed: 11 },
    )
  })
})
