/** What an expression comes to. A day is its text, `YYYY-MM-DD`; several choices are parted by blanks. */
export type Value = string | number | boolean

export const FUNCTION_ARGUMENTS = {
  not: 1,
  selected: 2,
  'count-selected': 1,
  today: 0,
  if: 3,
  'string-length': 1,
} as const satisfies Readonly<Record<string, number>>
export type FunctionName = keyof typeof FUNCTION_ARGUMENTS

export type Operator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | 'div'
  | 'mod'

/** What an expression of a form says: a closed language, read and worked out here, never run as code. */
export type Expression =
  | { readonly is: 'value'; readonly value: Value }
  /** `${name}`: what was answered there. */
  | { readonly is: 'answer'; readonly name: string }
  /** `.`: the answer that is judged. */
  | { readonly is: 'self' }
  | { readonly is: 'minus'; readonly of: Expression }
  | {
      readonly is: 'both'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly is: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }

/** Why a text is no expression; `text` is the part meant. */
export type ExpressionFault = {
  readonly code:
    | 'too_long'
    | 'too_deep'
    | 'bad_character'
    | 'open_text'
    | 'unknown_function'
    | 'argument_count'
    | 'unexpected'
    | 'comma_in_number'
    | 'unfinished'
  readonly text: string
}

export type ExpressionReading =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: ExpressionFault }

/** Characters of one, and how deep its brackets may stand in one another: far more than a question asks. */
export const MOST_CHARACTERS = 500
export const MOST_DEPTH = 20
