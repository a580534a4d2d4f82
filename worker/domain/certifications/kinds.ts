/** What a producer may be certified for; `other` for what is none of these, by its own name. */
export const CERTIFICATION_KINDS = [
  'ocop',
  'vietgap',
  'globalgap',
  'organic',
  'food_safety',
  'haccp',
  'iso22000',
  'other',
  'lab_test',
] as const
export type CertificationKind = (typeof CERTIFICATION_KINDS)[number]

/** Product groups of the OCOP programme (Decision 148/QĐ-TTg of 2023). */
export const OCOP_GROUPS = ['food', 'drinks', 'herbs', 'crafts', 'ornamentals', 'tourism'] as const

/** Who rated; districts rated until they were abolished on 1 July 2025. */
export const OCOP_LEVELS = ['central', 'province', 'district', 'commune'] as const

/** Where a certification stands; `expired` is told by the day and never stored. */
export const CERTIFICATION_STATES = ['declared', 'confirmed', 'refused', 'withdrawn'] as const
export type CertificationState = (typeof CERTIFICATION_STATES)[number]
