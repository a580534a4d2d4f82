import type { FindingSeverity } from '../findings/kinds.ts'
import type { InspectionForm } from './form/form.ts'
import type { FormSiteKind } from './kinds.ts'
import type { RuleLists } from './rules/rule-lists.ts'

/** What an inspector's device keeps to inspect places without a network. */
export type InspectionKit = {
  readonly forms: readonly KitForm[]
  readonly sites: readonly KitInspectedSite[]
  /** What the markets of places ask, each once; absent on a device that was filled before there were any. */
  readonly rules?: readonly RuleLists[]
  /** What was found wrong there before and is not put right. */
  readonly findings: readonly KitFinding[]
  /** True where places or findings were left out because there are too many. */
  readonly isCut: boolean
}

/** A form in use, by the id that minutes name. */
export type KitForm = { readonly id: string; readonly form: InspectionForm }

export type KitInspectedSite = {
  readonly id: string
  readonly name: string
  readonly slot: FormSiteKind
  readonly commune: string
  readonly holder: string
  /** Empty where it has none. */
  readonly code: string
  /** Where its rules stand in `rules` of the kit. */
  readonly rulesAt?: number
}

export type KitFinding = {
  readonly id: string
  readonly siteId: string
  readonly severity: FindingSeverity
  readonly text: string
  readonly action: string
  readonly dueOn: string
}
