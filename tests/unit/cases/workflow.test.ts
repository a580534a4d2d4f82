import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actsOn, CASE_ACTS, caseAfter } from '../../../worker/domain/cases/case-workflow.ts'
import { CASE_STATES, type CaseState } from '../../../worker/domain/cases/kinds.ts'
import { FINDING_ACTS, findingAfter } from '../../../worker/domain/findings/finding-workflow.ts'
import type { FindingState } from '../../../worker/domain/findings/kinds.ts'

/** Every state on the way that some acts lead, those that may not be done left out. */
function wayOf<S, A>(start: S, acts: readonly A[], after: (state: S, act: A) => S | null): S[] {
  const way = [start]
  for (const act of acts) {
    const next = after(way.at(-1) ?? start, act)
    if (next !== null) way.push(next)
  }
  return way
}

describe('a case', () => {
  it('is never closed or handed over before somebody took it up, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASE_ACTS), { maxLength: 40 }), (acts) => {
        const way = wayOf<CaseState, (typeof CASE_ACTS)[number]>('open', acts, caseAfter)
        const ended = way.findIndex((state) => state === 'closed' || state === 'handed_over')
        return ended < 0 || way.slice(0, ended).includes('in_progress')
      }),
    )
  })

  it('leaves closed by being reopened alone, and is never new again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CASE_ACTS), { maxLength: 40 }), (acts) => {
        const way = wayOf<CaseState, (typeof CASE_ACTS)[number]>('open', acts, caseAfter)
        expect(way.slice(1)).not.toContain('open')
        for (const [at, state] of way.entries()) {
          if (state === 'closed' && at + 1 < way.length) expect(way[at + 1]).toBe('in_progress')
        }
      }),
    )
    expect(actsOn('closed')).toEqual(['reopen'])
  })

  it('can be ended from every state there is', () => {
    for (const start of CASE_STATES) {
      const seen = new Set<CaseState>([start])
      for (const state of seen) {
        for (const act of CASE_ACTS) {
          const next = caseAfter(state, act)
          if (next !== null) seen.add(next)
        }
      }
      expect([start, seen.has('closed')]).toEqual([start, true])
    }
  })
})

describe('a finding', () => {
  it('is answered only once it was told, and closed for good', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FINDING_ACTS), { maxLength: 40 }), (acts) => {
        const way = wayOf<FindingState, (typeof FINDING_ACTS)[number]>('open', acts, findingAfter)
        const answered = way.indexOf('answered')
        if (answered >= 0) expect(way.slice(0, answered)).toContain('told')
        const closed = way.indexOf('closed')
        if (closed >= 0) expect(way).toHaveLength(closed + 1)
      }),
    )
  })
})
