/** Why somebody goes to a place: as planned, without notice, or to see what was put right. */
export const VISIT_KINDS = ['periodic', 'unannounced', 'follow_up'] as const
export type VisitKind = (typeof VISIT_KINDS)[number]

/** `done` is final; what was cancelled by the plan itself comes back when it is needed again. */
export const VISIT_STATES = ['planned', 'done', 'cancelled'] as const
export type VisitState = (typeof VISIT_STATES)[number]

/** What makes a place be looked at more often. */
export const RISKS = ['open_finding', 'suspended_lately', 'never_checked'] as const
export type Risk = (typeof RISKS)[number]

/** A code that was suspended within so many days counts as suspended lately. */
export const LATELY_DAYS = 365

/** So many days before a visit is due its people are told. */
export const SOON_DAYS = 7

/** Visits that a device takes along: those of so many days. */
export const AHEAD_DAYS = 14

/** What a list of visits is narrowed to. */
export const VISIT_VIEWS = ['open', 'overdue', 'unassigned', 'done', 'cancelled'] as const
export type VisitView = (typeof VISIT_VIEWS)[number]
