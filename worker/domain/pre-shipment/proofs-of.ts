import type { MarketRule, RuleValueOf } from '../market-rules/market-rule.ts'
import { rulesOfKind, rulesOn } from '../market-rules/rules-on.ts'
import { subjectOf } from '../market-rules/subject-of.ts'
import {
  judgeResidues,
  judgeResult,
  type ResidueResult,
  worstOf,
} from '../residues/judge-residues.ts'
import type { ResidueVerdict } from '../residues/kinds.ts'
import { readMeasurement } from '../residues/read-measurement.ts'
import { substanceKeyOf } from '../residues/substance-key.ts'
import type { CheckFacts, InspectionFact, SampleFact, TestFact } from './check-facts.ts'
import type { CheckState } from './kinds.ts'

/** One thing that shows how a check came out. */
export type CheckProof = {
  readonly kind: 'test' | 'sample' | 'inspection' | 'record'
  readonly id: string
  readonly outcome: Extract<CheckState, 'failed' | 'undecided' | 'waiting' | 'passed'>
  /** The place it is of; null for the batch itself. */
  readonly siteId: string | null
  /** The day the sample was taken or the check was made; null where nobody said it. */
  readonly on: string | null
  /** Whoever made it: laboratory, inspector, workshop. */
  readonly by: string | null
  readonly place: string | null
  /** Number of the report or seal. */
  readonly no: string | null
}

export type CheckRule = MarketRule<RuleValueOf<'required_check'>>

type ProofsAsked = {
  readonly rule: CheckRule
  readonly key: string
  readonly market: string
  readonly crop: string
  readonly packedOn: string
  /** All rules of the crop and market, for the limits that results are held against. */
  readonly rules: readonly MarketRule[]
  readonly facts: CheckFacts
}

/** Everything that shows how a check came out, whatever its day, as the market sees it. */
export function proofsOf(asked: ProofsAsked): readonly CheckProof[] {
  const { rule, key, facts } = asked
  switch (rule.value.proof) {
    case 'lab_test':
      return [...testProofs(asked), ...sampleProofs(asked, substanceOf(rule))]
    case 'residue_sample':
      return sampleProofs(asked, null)
    case 'inspection':
      return facts.inspections.map(inspectionProof)
    case 'record':
      return facts.records
        .filter(({ checkKey }) => checkKey === key)
        .map(({ id, outcome, doneOn: on, doneBy: by, place, paperNo: no }) => ({
          ...{ kind: 'record' as const, siteId: null },
          ...{ id, outcome, on, by, place, no },
        }))
  }
}

function testProofs(asked: ProofsAsked): CheckProof[] {
  const substance = substanceOf(asked.rule)
  return asked.facts.tests
    .filter(({ analyte }) => substanceKeyOf(analyte) === substance)
    .map((test) => ({
      ...{ kind: 'test' as const, id: test.id, siteId: null, place: null },
      outcome: testOutcome(test, asked),
      ...{ on: test.sampledOn, by: test.laboratory, no: test.number },
    }))
}

/**
 * That a test was not passed is taken on anybody's word and on the figure's, that it was on an officer's
 * alone: goods are not let out on what their producer says of them.
 */
function testOutcome(test: TestFact, asked: ProofsAsked): CheckProof['outcome'] {
  const reading = readMeasurement(test.result, test.unit)
  const judged = reading.ok
    ? judgedBy({ analyte: test.analyte, ...reading.measurement }, asked, test.sampledOn)
    : 'undecided'
  if (test.verdict === 'failed' || judged === 'failed') return 'failed'
  if (test.verdict === null && judged !== 'passed') return 'undecided'
  return test.state === 'confirmed' ? 'passed' : 'waiting'
}

function sampleProofs(asked: ProofsAsked, substance: string | null): CheckProof[] {
  return asked.facts.samples
    .filter(({ siteId, crop }) => siteId === null || crop === asked.crop)
    .flatMap((sample) => {
      const verdict = sampleVerdict(sample, asked, substance)
      if (verdict === null) return []
      return {
        ...{ kind: 'sample' as const, id: sample.id, siteId: sample.siteId, place: null },
        outcome: verdict === 'failed' || verdict === 'passed' ? verdict : 'undecided',
        ...{ on: sample.takenOn, by: sample.laboratory, no: sample.number },
      }
    })
}

/** The verdict on one substance, or on the whole sample; null where it was not looked for. */
function sampleVerdict(
  { results, takenOn: day }: SampleFact,
  asked: ProofsAsked,
  substance: string | null,
): ResidueVerdict | null {
  if (substance === null) {
    const { rules, crop, market } = asked
    const [judged] = judgeResidues({ results, rules, crop, markets: [market], day })
    return judged?.verdict ?? null
  }
  const own = results.filter(({ analyte }) => substanceKeyOf(analyte) === substance)
  return own.length === 0 ? null : worstOf(own.map((result) => judgedBy(result, asked, day)))
}

/** A result against the limit of the day it was sampled, else of the packing day. */
function judgedBy(
  result: ResidueResult,
  { rules, crop, market, packedOn }: ProofsAsked,
  sampledOn: string | null,
): ResidueVerdict {
  const counting = rulesOn(rules, { crop, market, day: sampledOn ?? packedOn })
  const limit = rulesOfKind(counting, 'residue_limit').find(
    ({ value }) => subjectOf(value) === substanceKeyOf(result.analyte),
  )
  return judgeResult(result, limit?.value.limit ?? null)
}

/** Minutes that ask for something to be mended were passed: what is open of it are findings. */
function inspectionProof(inspection: InspectionFact): CheckProof {
  const { id, siteId, inspectedOn: on, outcome, inspectorName: by } = inspection
  return {
    ...{ kind: 'inspection', id, siteId, on, by },
    outcome: outcome === 'failed' ? 'failed' : 'passed',
    ...{ place: null, no: null },
  }
}

function substanceOf({ value: { name } }: CheckRule): string {
  return substanceKeyOf(name.vi ?? name.en ?? name.zh ?? '')
}
