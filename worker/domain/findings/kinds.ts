export const FINDING_SEVERITIES = ['minor', 'major', 'critical'] as const
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number]

/**
 * `told`: its holder knows of it and is to put it right; `answered`: says that it is. Only whoever
 * inspects closes one.
 */
export const FINDING_STATES = ['open', 'told', 'answered', 'closed'] as const
export type FindingState = (typeof FINDING_STATES)[number]

/** How one ends. */
export const FINDING_OUTCOMES = ['mended', 'on_the_spot', 'unfounded', 'to_case'] as const
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number]

/** What an inspector finds something wrong with. */
export const FINDING_SUBJECTS = ['site', 'organisation', 'batch', 'label', 'shop'] as const
export type FindingSubject = (typeof FINDING_SUBJECTS)[number]
