import type { CertificationState } from '../certifications/kinds.ts'
import type { InspectionOutcome } from '../inspections/kinds.ts'
import type { ResidueResult } from '../residues/judge-residues.ts'
import type { Allowance } from '../standing/types.ts'
import type { CheckState, RecordOutcome } from './kinds.ts'

/** A laboratory's test of the batch, declared by its producer or confirmed by an officer. */
export type TestFact = {
  readonly id: string
  readonly analyte: string
  readonly result: string
  readonly unit: string | null
  readonly verdict: 'passed' | 'failed' | null
  readonly state: CertificationState
  readonly sampledOn: string | null
  readonly laboratory: string | null
  readonly number: string | null
}

/** A reported residue sample of the batch, or of one of its growing areas. */
export type SampleFact = {
  readonly id: string
  /** Null where the batch itself was sampled. */
  readonly siteId: string | null
  readonly crop: string
  readonly takenOn: string
  readonly laboratory: string | null
  readonly number: string | null
  /** The last word on each substance. */
  readonly results: readonly ResidueResult[]
}

/** The minutes of a place of the batch. */
export type InspectionFact = {
  readonly id: string
  readonly siteId: string
  readonly inspectedOn: string
  readonly outcome: InspectionOutcome
  readonly inspectorName: string
}

/** What the producer wrote down of a check of the batch. */
export type RecordFact = {
  readonly id: string
  readonly checkKey: string
  readonly outcome: RecordOutcome
  readonly doneOn: string
  readonly doneBy: string
  readonly place: string | null
  readonly paperNo: string | null
}

/** All that may prove a check of a batch. */
export type CheckFacts = {
  readonly tests: readonly TestFact[]
  readonly samples: readonly SampleFact[]
  readonly inspections: readonly InspectionFact[]
  readonly records: readonly RecordFact[]
}

/** An officer's word that the batch may go out although a check stands no worse than this. */
export type CheckAllowance = Allowance & { readonly key: string; readonly state: CheckState }
