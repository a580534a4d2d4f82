/** A form of one button. */
export type ButtonView = { readonly action: string; readonly button: string }

/** Work that goes on. */
export type WorkView = {
  readonly text: string
  /** What stands in its way, and when it is tried again; null for nothing. */
  readonly trouble: string | null
  /** Null while it is not known how much there is. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** What stops it; null where it cannot be, or is stopping already. */
  readonly cancel: ButtonView | null
  readonly refreshSeconds: number
}
