/** What a case is about. */
export const CASE_KINDS = [
  'fraud',
  'copied_labels',
  'borrowed_code',
  'foreign_notice',
  'residue',
  'complaint',
  'dispute',
  'other',
] as const
export type CaseKind = (typeof CASE_KINDS)[number]

export const CASE_STATES = ['open', 'in_progress', 'waiting', 'handed_over', 'closed'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** What came of a case. */
export const CASE_OUTCOMES = ['proven', 'mended', 'unproven', 'unfounded', 'sanctioned'] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

/** Whom cases are handed to. */
export const AGENCY_KINDS = ['police', 'market_management', 'customs', 'other'] as const
export type AgencyKind = (typeof AGENCY_KINDS)[number]

/** What cases and findings are about, each by its id or, for labels and reports, by what was read. */
export const SUBJECT_KINDS = [
  'batch',
  'run',
  'label',
  'code',
  'site',
  'organisation',
  'report',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** What is kept of the way of a case, a finding or a proposal: rows are only added. */
export const CASE_EVENT_KINDS = [
  'opened',
  'assigned',
  'started',
  'waited',
  'handed_over',
  'closed',
  'reopened',
  'noted',
  'subject',
  'evidence',
  'told',
  'answered',
  'returned',
  'exported',
  'matched',
  'left_out',
  'cause',
  'rechecked',
  'replied',
  'suspended',
  'restored',
] as const
export type CaseEventKind = (typeof CASE_EVENT_KINDS)[number]

/**
 * What events and evidence hang on. Of a foreign notice the whole is a case; each of its codes has a way
 * of its own, and each holder's answer its own files.
 */
export const FILED_ENTITIES = ['case', 'finding', 'notice_item', 'notice_answer'] as const
