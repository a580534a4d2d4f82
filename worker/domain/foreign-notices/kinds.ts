/** What an importing country found. */
export const NOTICE_SUBJECTS = ['pest', 'residue', 'contaminant', 'papers', 'other'] as const
export type NoticeSubject = (typeof NOTICE_SUBJECTS)[number]

/** Where one code of a notice stands, in the order it moves on. */
export const ITEM_STATES = [
  'unmatched',
  'received',
  'assigned',
  'cause_found',
  'reported',
  'rechecked',
  'replied',
  'closed',
  'left_out',
] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** States in which nothing more is to be done for an item. */
export const DONE_STATES = ['closed', 'left_out'] as const satisfies readonly ItemState[]

/** States in which its holder has something to report. */
export const REPORTED_IN = ['assigned', 'cause_found'] as const satisfies readonly ItemState[]

/** Why it came about, as officers settle it; statistics count by these. */
export const NOTICE_CAUSES = [
  'pest_control',
  'pesticide_use',
  'banned_substance',
  'soil_water',
  'packing_hygiene',
  'borrowed_code',
  'labelling',
  'records',
  'unfounded',
  'other',
] as const
export type NoticeCause = (typeof NOTICE_CAUSES)[number]

/** What codes of notices are counted by. */
export const NOTICE_SUMS = ['market', 'cause', 'commune', 'month'] as const
export type NoticeSum = (typeof NOTICE_SUMS)[number]
