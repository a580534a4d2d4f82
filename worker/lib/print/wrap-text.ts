import { trimEndOf } from '../text/trim-end.ts'
import type { FontWeight } from './font.ts'
import { widthEm } from './font.ts'

export type WrapInput = {
  readonly text: string
  readonly weight: FontWeight
  /** Width of a line in em. */
  readonly limitEm: number
  readonly maxLines: number
  /** `refuse`: null when it needs more lines. `shorten`: end the last line with an ellipsis. */
  readonly overflow: 'refuse' | 'shorten'
}

/**
 * Breaks a text into lines no wider than `limitEm`: after spaces, else after a hyphen (codes), else
 * anywhere.
 */
export function wrapText(input: WrapInput): string[] | null {
  const { weight, limitEm, maxLines, overflow } = input
  const lines: string[] = []
  let rest = input.text
  while (rest !== '') {
    if (widthEm(rest, weight) <= limitEm) {
      lines.push(rest)
      return lines.length <= maxLines ? lines : null
    }
    if (lines.length === maxLines - 1) {
      return overflow === 'shorten' ? [...lines, shortened(rest, input)] : null
    }
    const cut = breakAt(rest, input)
    lines.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return lines
}

/** Index where the text's first line ends; at least one character. */
function breakAt(text: string, { weight, limitEm }: WrapInput): number {
  let fitting = 0
  let atSpace = 0
  let atHyphen = 0
  for (const character of text) {
    const end = fitting + character.length
    if (widthEm(text.slice(0, end).trimEnd(), weight) > limitEm) break
    fitting = end
    if (character === ' ') atSpace = end
    if (character === '-') atHyphen = end
  }
  if (text[fitting] === ' ') return fitting
  return atSpace || atHyphen || fitting || Array.from(text)[0]?.length || 1
}

function shortened(text: string, { weight, limitEm }: WrapInput): string {
  const characters = Array.from(text)
  const withMark = () => `${trimEndOf(characters.join(''), ' \t\n\r\u00a0,;:–-')}…`
  while (characters.length > 0 && widthEm(withMark(), weight) > limitEm) characters.pop()
  // A word cut in two reads badly; give it up unless most of the line would go with it.
  const space = characters.lastIndexOf(' ')
  if (space > characters.length / 2) characters.length = space
  return withMark()
}
