/** What a market asks of a crop. */
export const RULE_KINDS = [
  'pest',
  'residue_limit',
  'treatment',
  'packing_mark',
  'minimum_area',
  'yield_ceiling',
  'required_check',
  'required_paper',
] as const
export type RuleKind = (typeof RULE_KINDS)[number]

/** `quarantine`: none may be found; `regulated`: kept low and watched. */
export const PEST_STATUSES = ['quarantine', 'regulated'] as const
export type PestStatus = (typeof PEST_STATUSES)[number]

/** `not_detected`: none at all may be found, however finely it is measured. */
export const LIMIT_UNITS = ['mg/kg', 'µg/kg', 'not_detected'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export const TREATMENT_METHODS = [
  'vapour_heat',
  'hot_water',
  'cold',
  'irradiation',
  'fumigation',
  'cleaning',
  'other',
] as const
export type TreatmentMethod = (typeof TREATMENT_METHODS)[number]

/** What a check must come before. */
export const CHECK_STAGES = ['harvest', 'packing', 'shipment'] as const
export type CheckStage = (typeof CHECK_STAGES)[number]

/** Days before packing that a check may have been made at most: ten years, more is a slip. */
export const MOST_CHECK_DAYS = 3_650

/**
 * What shows that a check was made. `lab_test`: a substance was looked for; `residue_sample`: a whole
 * sample was held against the market's limits.
 */
export const CHECK_PROOFS = ['lab_test', 'residue_sample', 'inspection', 'record'] as const
export type CheckProof = (typeof CHECK_PROOFS)[number]
