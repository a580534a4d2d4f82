import type { ExpressionFault } from './expression.ts'

export type Token =
  | { readonly is: 'number' | 'text' | 'answer' | 'word' | 'sign'; readonly text: string }
  /** After the last one. */
  | { readonly is: 'end'; readonly text: '' }

/** One alternative each, none of which can be matched in two ways: time grows with the text alone. */
const TOKEN =
  /\s+|(?<number>\d+(?:\.\d+)?)|"(?<double>[^"]*)"|'(?<single>[^']*)'|\$\{(?<answer>[A-Za-z_][\w-]*)\}|(?<word>[A-Za-z_][\w-]*)|(?<sign>!=|<=|>=|[=<>+\-*(),.])/y

/** The words and signs of an expression, in order. */
export function tokensOf(
  source: string,
): { readonly tokens: readonly Token[] } | { readonly fault: ExpressionFault } {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(source)
    if (found === null) return { fault: faultAt(source, at) }
    const { number, double, single, answer, word, sign } = found.groups ?? {}
    if (number !== undefined) tokens.push({ is: 'number', text: number })
    else if (double !== undefined) tokens.push({ is: 'text', text: double })
    else if (single !== undefined) tokens.push({ is: 'text', text: single })
    else if (answer !== undefined) tokens.push({ is: 'answer', text: answer })
    else if (word !== undefined) tokens.push({ is: 'word', text: word })
    else if (sign !== undefined) tokens.push({ is: 'sign', text: sign })
    at = TOKEN.lastIndex
  }
  return { tokens }
}

function faultAt(source: string, at: number): ExpressionFault {
  const code = source[at] === '"' || source[at] === "'" ? 'open_text' : 'bad_character'
  return { code, text: String.fromCodePoint(source.codePointAt(at) ?? 0) }
}
