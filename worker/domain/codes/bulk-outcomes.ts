/** What becomes of one row of a list of decisions. */
export type RowOutcome =
  | 'ready'
  | 'same'
  | 'unknown'
  | 'ambiguous'
  | 'elsewhere'
  | 'withdrawn'
  | 'invalid'
  | 'repeated'
  | 'meanwhile'
  | 'final'
  | 'done'
