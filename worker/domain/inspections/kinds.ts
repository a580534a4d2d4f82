import { SITE_KINDS } from '../standing/types.ts'

/** Why somebody goes there: for a new code, by the plan, unannounced, to see what was mended, by video. */
export const INSPECTION_KINDS = [
  'initial',
  'periodic',
  'unannounced',
  'follow_up',
  'online',
] as const
export type InspectionKind = (typeof INSPECTION_KINDS)[number]

/** The conclusion of the minutes. */
export const INSPECTION_OUTCOMES = ['passed', 'passed_with_actions', 'failed'] as const
export type InspectionOutcome = (typeof INSPECTION_OUTCOMES)[number]

/** What a form is for: the slots of a label, for every kind of place fills one. */
export const FORM_SITE_KINDS = SITE_KINDS
export type FormSiteKind = (typeof FORM_SITE_KINDS)[number]

/**
 * What is known of the day an inspection says. `later`: it lies after the day on which it arrived, so the
 * device's clock was wrong; `unsure`: the device had never heard ours; `sure`: it had.
 */
export const DAY_STATES = ['sure', 'unsure', 'later'] as const
export type DayState = (typeof DAY_STATES)[number]

/** For what a suspension may be proposed on the spot. */
export const PROPOSAL_REASONS = [
  'importing_country_rules',
  'phytosanitary',
  'food_safety',
  'fraud',
  'banned_chemicals',
  'forged_papers',
] as const

/** Bounds of minutes. */
export const MINUTES_BOUNDS = {
  findings: 40,
  findingPhotos: 4,
  /** Photos of a sheet that was signed by hand. */
  scans: 6,
  followUps: 100,
  text: 2_000,
} as const
