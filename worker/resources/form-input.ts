/** A question of a form, in the reader's language. */
export type FormInput = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'select' | 'date' | 'tel' | 'email' | 'textarea' | 'checks' | 'radios'
  readonly required?: boolean
  readonly maxlength?: number
  readonly inputmode?: 'decimal' | 'numeric'
  readonly code?: boolean
  readonly choices?: readonly Choice[]
  /** Fields of one name stand side by side where there is room. */
  readonly row?: string
  /** The heading under which it is folded with others; asked openly where there is none. */
  readonly group?: string
}

export type Choice = {
  readonly value: string
  readonly text: string
  /** A small drawing of it, made here. */
  readonly picture?: string
}
