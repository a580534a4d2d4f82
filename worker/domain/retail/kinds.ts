/** Where goods were looked at. */
export const RETAIL_KINDS = ['shop', 'supermarket', 'market', 'fair', 'online'] as const
export type RetailKind = (typeof RETAIL_KINDS)[number]

/** What a scan of a product at a shop came to. */
export const RETAIL_VERDICTS = ['genuine', 'forged', 'unknown', 'not_scanned'] as const
export type RetailVerdict = (typeof RETAIL_VERDICTS)[number]
