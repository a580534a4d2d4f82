/** What becomes of goods that were recalled (Circular 23/2018/TT-BYT, article 3). */
export const RECALL_HANDLINGS = ['fixed', 'repurposed', 'returned', 'destroyed'] as const
export type RecallHandling = (typeof RECALL_HANDLINGS)[number]

/** Working days within which a recall is reported after it began. */
export const REPORT_WORKING_DAYS = 3
