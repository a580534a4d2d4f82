/** What becomes of a PIN that somebody typed. Instants are epoch milliseconds. */
export type Confirmation =
  /** The label is not genuine, or has no PIN. */
  | { readonly kind: 'none' }
  /** No PIN at all; it is not counted. */
  | { readonly kind: 'odd' }
  /** So many more are heard at once; after the last of them the next is heard in so long. */
  | { readonly kind: 'wrong'; readonly left: number; readonly waitMs: number }
  | { readonly kind: 'locked'; readonly waitMs: number }
  | { readonly kind: 'first' | 'again'; readonly firstAt: number; readonly count: number }
