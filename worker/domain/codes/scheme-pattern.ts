export type PatternReading =
  | { readonly ok: true; readonly pattern: RegExp }
  | { readonly ok: false; readonly fault: PatternFault }

export type PatternFault =
  | 'too_long'
  | 'not_anchored'
  | 'unknown_sign'
  | 'open_repeat'
  | 'repeated_group'
  | 'too_many_ways'
  | 'invalid'

const LONGEST = 200
const MOST_WAYS = 10_000

/**
 * Reads the pattern of a code format. Only what cannot make matching slow is let through: letters,
 * digits, `-`, `\d`, classes as `[A-Z0-9]`, groups, `|`, and repeats with an upper bound, whose
 * lengths multiply to at most 10,000 ways of reading one code. Open repeats (`*`, `+`, `{2,}`) and
 * repeated groups are refused. Named groups are `province` and `market`.
 */
export function readSchemePattern(text: string): PatternReading {
  if (text.length > LONGEST) return { ok: false, fault: 'too_long' }
  if (!text.startsWith('^') || !text.endsWith('$')) return { ok: false, fault: 'not_anchored' }
  const fault = faultOf(text.slice(1, -1))
  if (fault !== null) return { ok: false, fault }
  try {
    return { ok: true, pattern: new RegExp(text) }
  } catch {
    return { ok: false, fault: 'invalid' }
  }
}

const GROUP_START = /^\((?:\?:|\?<(?:province|market)>)?/
/** In a class a range is three signs like any others; one turned round is refused when compiled. */
const ATOM = /^(?:\\d|[A-Z0-9-]|\[(?:[A-Z0-9-]|\\d)+\])/
const REPEAT = /^\{(\d{1,2})(?:,(\d{0,2}))?\}/

function faultOf(body: string): PatternFault | null {
  let rest = body
  let ways = 1
  /** What the next repeat would apply to. */
  let before: 'nothing' | 'atom' | 'group' = 'nothing'
  let depth = 0
  while (rest !== '') {
    if (/^[*+]/.test(rest)) return 'open_repeat'
    const repeat = REPEAT.exec(rest)
    if (repeat !== null || rest.startsWith('?')) {
      const { choices, open } = repeatOf(repeat)
      if (open) return 'open_repeat'
      if (before === 'nothing') return 'invalid'
      if (before === 'group' && repeat !== null) return 'repeated_group'
      ways *= choices
      before = 'nothing'
      rest = rest.slice(repeat?.[0].length ?? 1)
    } else {
      const step = stepOf(rest)
      if (step === null) return 'unknown_sign'
      depth += step.depth
      if (depth < 0) return 'invalid'
      if (step.isChoice) ways *= 2
      before = step.before
      rest = rest.slice(step.length)
    }
    if (ways > MOST_WAYS) return 'too_many_ways'
  }
  return depth === 0 ? null : 'invalid'
}

function repeatOf(repeat: RegExpExecArray | null): { choices: number; open: boolean } {
  if (repeat === null) return { choices: 2, open: false }
  const least = Number(repeat[1])
  if (repeat[2] === undefined) return { choices: 1, open: false }
  return { choices: Math.max(1, Number(repeat[2]) - least + 1), open: repeat[2] === '' }
}

type Step = {
  readonly length: number
  readonly depth: number
  readonly isChoice: boolean
  readonly before: 'nothing' | 'atom' | 'group'
}

function stepOf(rest: string): Step | null {
  const group = GROUP_START.exec(rest)
  if (group !== null) {
    return { length: group[0].length, depth: 1, isChoice: false, before: 'nothing' }
  }
  if (rest.startsWith(')')) return { length: 1, depth: -1, isChoice: false, before: 'group' }
  if (rest.startsWith('|')) return { length: 1, depth: 0, isChoice: true, before: 'nothing' }
  const atom = ATOM.exec(rest)
  return atom === null
    ? null
    : { length: atom[0].length, depth: 0, isChoice: false, before: 'atom' }
}
