import type { Steps } from '../../steps/steps.ts'
import { readEth } from '../../text/fold-vietnamese.ts'
import { normaliseText } from '../../text/normalise-text.ts'
import { type Package, parsePart } from './package-parts.ts'
import { checkLength, keepText, type TextBudget } from './text-budget.ts'

/**
 * Reads the shared strings: the text of each item, its rich text runs joined, without the phonetic
 * hints that East Asian programs add (ECMA-376 part 1, 18.4.6).
 */
export function* readSharedStrings(
  pack: Package,
  part: string | null,
  kept: TextBudget,
): Steps<readonly string[]> {
  if (part === null) return []
  const strings: string[] = []
  let current = ''
  let inText = false
  let inPhonetic = false
  yield* parsePart(pack, part, {
    open: (name) => {
      if (name === 'si') current = ''
      else if (name === 'rPh') inPhonetic = true
      else if (name === 't') inText = !inPhonetic
    },
    text: (text) => {
      if (!inText) return
      checkLength(current.length + text.length, pack.limits)
      current += text
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'si') {
        keepText(kept, current.length, pack.limits)
        strings.push(cleanText(current))
      }
    },
  })
  return strings
}

/** NFC and well formed, Đ for Ð, with the `_x000D_` escapes of characters XML cannot hold (ECMA-376 part 1, 22.4.2.4). */
export function cleanText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text
  return normaliseText(readEth(decoded), 'NFC')
}
