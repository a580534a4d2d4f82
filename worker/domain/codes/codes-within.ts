import { describeScheme } from './describe-scheme.ts'
import { type Code, normaliseCode } from './normalise-code.ts'
import { withHyphens } from './with-hyphens.ts'

/** Longer cells hold notes, or are no codes at all. */
const LONGEST = 400
const BETWEEN = /[\s,;/&+|]+/

/** The codes of known formats in a text that holds several, each once; fewer than two tell nothing. */
export function codesWithin(text: string): readonly Code[] {
  if (text.length > LONGEST || !BETWEEN.test(text.trim())) return []
  const codes = text.split(BETWEEN).flatMap((piece) => {
    const reading = normaliseCode(piece)
    return reading.ok ? [withHyphens(reading.code)] : []
  })
  return [...new Set(codes.filter((code) => describeScheme(code).scheme !== null))]
}
