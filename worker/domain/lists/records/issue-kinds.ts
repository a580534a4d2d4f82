/** What sorts of reasons rows are refused for; a report groups them so. */
export const ISSUE_KINDS = [
  // The cell itself.
  'missing',
  'unreadable',
  'code_form',
  // What the register has.
  'similar_holder',
  'similar_code',
  'holder',
  'place',
  'elsewhere',
  'other_site',
  'withdrawn',
  'decision',
  'register',
  // The list, and what the database did.
  'contradicted',
  'not_taken',
] as const

export type IssueKind = (typeof ISSUE_KINDS)[number]
