/** A question of a form, in the reader's language. */
export type FormInput = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?:
    | ('text' | 'select' | 'date' | 'tel' | 'email' | 'textarea' | 'checks' | 'radios')
    // Photos that lie there (`choices`) and a place for more; a signature drawn where there is script.
    | ('photos' | 'signature')
  readonly required?: boolean
  readonly maxlength?: number
  readonly inputmode?: 'decimal' | 'numeric'
  readonly code?: boolean
  readonly choices?: readonly Choice[]
  /** Fields of one name stand side by side where there is room. */
  readonly row?: string
  /** What stands above it, openly: a heading, and a line to be read first. */
  readonly heading?: string
  readonly lead?: string
  /** The heading under which it is folded with others; asked openly where there is none. */
  readonly group?: string
}

export type Choice = {
  readonly value: string
  readonly text: string
  /** A small drawing of it, made here. */
  readonly picture?: string
}
