import { type FontWeight, oneLine, widthEm } from '../font.ts'

const MARK = '…'

/**
 * A text broken into lines no wider than `limitEm`: after spaces, else anywhere. What lines are too
 * few for is left out and told by an ellipsis. Linear, whatever somebody wrote.
 */
export function wrapCell(
  text: string,
  given: { readonly weight: FontWeight; readonly limitEm: number; readonly maxLines: number },
): string[] {
  const { weight, limitEm, maxLines } = given
  const widths = new Map<string, number>()
  const widthOf = (character: string) => {
    const known = widths.get(character)
    if (known !== undefined) return known
    const width = widthEm(character, weight)
    widths.set(character, width)
    return width
  }
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  let afterSpace = 0
  for (const character of oneLine(text)) {
    const width = widthOf(character)
    // Twice where the word begun on the line before fills this one: then it is cut.
    while (used + width > limitEm && line.length > 0) {
      const rest = character === ' ' || afterSpace === 0 ? [] : line.slice(afterSpace)
      lines.push(
        line
          .slice(0, line.length - rest.length)
          .join('')
          .trimEnd(),
      )
      if (lines.length === maxLines) return withMark(lines, { limitEm, widthOf })
      line = rest
      used = rest.reduce((sum, each) => sum + widthOf(each), 0)
      afterSpace = 0
    }
    if (character === ' ' && line.length === 0) continue
    line.push(character)
    used += width
    if (character === ' ') afterSpace = line.length
  }
  const last = line.join('').trimEnd()
  return last === '' ? lines : [...lines, last]
}

/** The lines with an ellipsis at the end of the last, which gives way for it. */
function withMark(
  lines: readonly string[],
  of: { readonly limitEm: number; readonly widthOf: (character: string) => number },
): string[] {
  const last = Array.from(lines.at(-1) ?? '')
  let width = last.reduce((sum, each) => sum + of.widthOf(each), of.widthOf(MARK))
  while (width > of.limitEm) {
    const gone = last.pop()
    if (gone === undefined) break
    width -= of.widthOf(gone)
  }
  return [...lines.slice(0, -1), `${last.join('').trimEnd()}${MARK}`]
}
