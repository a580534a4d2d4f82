import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  APPLICATION_STATES,
  APPLICATION_STEPS,
  type ApplicationFacts,
  type ApplicationSide,
  type ApplicationState,
  type ApplicationStep,
  isCheckRequiredAnew,
  type StepInput,
  stepsOpenTo,
  takeStep,
} from '../../../worker/domain/applications/workflow.ts'

const SIDES = ['holder', 'commune', 'province'] as const
const OUTCOMES = ['passed', 'passed_with_actions', 'failed'] as const

type Asked = { step: ApplicationStep; side: ApplicationSide; input: StepInput }

const asked: fc.Arbitrary<Asked> = fc.record({
  // Mostly steps that lead on, so that many ways go far.
  step: fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...APPLICATION_STEPS.slice(0, 6)) },
    { weight: 1, arbitrary: fc.constantFrom<ApplicationStep>('reject', 'withdraw') },
  ),
  side: fc.constantFrom<ApplicationSide>(...SIDES),
  input: fc.record(
    {
      reason: fc.constantFrom('  ', 'Thiếu sơ đồ vùng trồng'),
      checkOn: fc.constant('2026-11-30'),
      outcome: fc.constantFrom(...OUTCOMES),
      waiver: fc.constantFrom('  ', 'Điểm còn lại không ảnh hưởng tới mã số'),
    },
    { requiredKeys: [] },
  ),
})

/** Walks steps as they come; those that are refused change nothing. */
function walk(steps: readonly Asked[], known: Omit<ApplicationFacts, 'checkOutcome'>) {
  let state: ApplicationState = 'draft'
  let facts: ApplicationFacts = { ...known, checkOutcome: null }
  const taken: Asked[] = []
  for (const one of steps) {
    const result = takeStep(state, { ...one, facts })
    if (result.kind !== 'taken') continue
    state = result.to
    if (one.step === 'submit') {
      facts = { ...facts, checkRequired: isCheckRequiredAnew(facts), checkOutcome: null }
    }
    if (one.step === 'schedule_check') facts = { ...facts, checkOutcome: null }
    if (one.step === 'record_check') facts = { ...facts, checkOutcome: one.input.outcome ?? null }
    taken.push(one)
  }
  return { state, facts, taken }
}

const complete = {
  formComplete: true,
  papersComplete: true,
  marketRulesMet: true,
  actionsAccepted: false,
}

describe('the way of an application', () => {
  it('never reaches approval past a step that its rules require', () => {
    const outcomes = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.array(asked, { minLength: 30, maxLength: 60 }),
        fc.record({
          formComplete: fc.boolean(),
          papersComplete: fc.boolean(),
          marketRulesMet: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()),
          checkRequired: fc.boolean(),
          actionsAccepted: fc.boolean(),
        }),
        (steps, known) => {
          const { state, taken } = walk(steps, known)
          outcomes.set(state, (outcomes.get(state) ?? 0) + 1)
          if (state !== 'approved') return
          const names = taken.map(({ step }) => step)
          expect(known.formComplete && known.papersComplete && known.marketRulesMet).toBe(true)
          expect(names[0]).toBe('submit')
          // Documents were passed after they were last handed in.
          expect(names.lastIndexOf('pass_documents')).toBeGreaterThan(names.lastIndexOf('submit'))
          const visit = taken.findLast(({ step }) => step === 'record_check')
          const since = names.lastIndexOf('pass_documents')
          if (known.checkRequired) expect(names.lastIndexOf('record_check')).toBeGreaterThan(since)
          // Whatever way it took: the last look at the place found nothing that is still to be put right.
          const last = visit?.input.outcome ?? 'passed'
          const waived = (taken.at(-1)?.input.waiver ?? '').trim() !== ''
          const isRight = last === 'passed' || known.actionsAccepted || waived
          expect([last === 'failed', isRight]).toEqual([false, true])
          outcomes.set(last, (outcomes.get(last) ?? 0) + 1)
          expect(taken.at(-1)?.side).toBe('province')
        },
      ),
      { numRuns: 20_000, seed: 20261130 },
    )
    // Else nothing was shown.
    expect(outcomes.get('approved')).toBeGreaterThan(50)
    expect(outcomes.get('passed_with_actions')).toBeGreaterThan(5)
  })

  it('can be brought to an end from wherever it stands', () => {
    const facts = { ...complete, checkRequired: true, checkOutcome: null }
    for (const state of APPLICATION_STATES) {
      const ends = takeStep(state, { step: 'withdraw', side: 'holder', facts, input: {} })
      const isEnded = ['approved', 'rejected', 'withdrawn'].includes(state)
      if (!isEnded) expect(ends).toEqual({ kind: 'taken', to: 'withdrawn' })
    }
  })

  it('is changed by nothing once it has ended', () => {
    for (const state of ['approved', 'rejected', 'withdrawn'] as const) {
      for (const step of APPLICATION_STEPS) {
        for (const side of SIDES) {
          const facts = { ...complete, checkRequired: false, checkOutcome: 'passed' as const }
          const input = { reason: 'x', checkOn: '2026-11-30', outcome: 'passed' as const }
          expect(takeStep(state, { step, side, facts, input }).kind).not.toBe('taken')
        }
      }
    }
  })

  it('answers a step asked a second time as done already', () => {
    const facts = { ...complete, checkRequired: false, checkOutcome: null }
    const step = { step: 'submit', side: 'holder', facts, input: {} } as const
    expect(takeStep('submitted', step)).toEqual({ kind: 'already' })
    expect(takeStep('documents_passed', step)).toMatchObject({ kind: 'out_of_order' })
  })

  it('says what a step still needs', () => {
    const facts = {
      formComplete: false,
      papersComplete: false,
      marketRulesMet: false,
      checkRequired: true,
      checkOutcome: null,
      actionsAccepted: false,
    }
    const given = { side: 'province', facts, input: {} } as const
    expect(takeStep('draft', { ...given, step: 'submit' })).toEqual({
      kind: 'missing',
      needs: ['form_complete', 'papers_complete', 'market_rules'],
    })
    expect(takeStep('submitted', { ...given, step: 'request_supplement' })).toEqual({
      kind: 'missing',
      needs: ['reason'],
    })
    expect(takeStep('documents_passed', { ...given, step: 'approve' })).toMatchObject({
      needs: ['form_complete', 'papers_complete', 'market_rules', 'check_passed'],
    })
    const wrong = { ...complete, checkRequired: true, checkOutcome: 'passed_with_actions' as const }
    const approve = { ...given, step: 'approve', facts: wrong } as const
    expect(takeStep('field_checked', approve)).toMatchObject({ needs: ['actions_accepted'] })
    expect(takeStep('field_checked', { ...approve, input: { waiver: 'Nhỏ' } }).kind).toBe('taken')
    const accepted = { ...wrong, actionsAccepted: true }
    expect(takeStep('field_checked', { ...approve, facts: accepted }).kind).toBe('taken')
  })

  it('offers a side nothing that it would be refused for its order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...APPLICATION_STATES),
        fc.constantFrom<ApplicationSide>(...SIDES),
        fc.boolean(),
        (state, side, checkRequired) => {
          const facts = { ...complete, checkRequired, checkOutcome: 'passed' as const }
          const input = { reason: 'x', checkOn: '2026-11-30', outcome: 'passed' as const }
          for (const step of APPLICATION_STEPS) {
            const offered = stepsOpenTo(state, side, { checkRequired }).includes(step)
            const { kind } = takeStep(state, { step, side, facts, input })
            expect(offered).toBe(kind === 'taken')
          }
        },
      ),
    )
  })
})
