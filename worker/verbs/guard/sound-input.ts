import { TEXT_FAULTS } from '../../copy/refusals/input.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { composeText, textFault } from '../../lib/text/sound-text.ts'
import type { FieldError } from '../errors.ts'

/** Deeper than anything a caller has reason to send. */
const DEEPEST = 60

/**
 * Input with every text in it composed (NFC), and a fault for each field whose text no database or
 * reader could be trusted with. Texts are refused rather than mended: of what a program sends,
 * nobody sees the mending.
 */
export function soundInput(input: unknown): {
  readonly input: unknown
  readonly errors: readonly FieldError[]
} {
  const errors: FieldError[] = []
  const refuse = (path: readonly string[], text: LocalText): void => {
    errors.push({ path: path.join('.').toWellFormed(), text })
  }
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string') {
      const text = composeText(value)
      const fault = textFault(text)
      if (fault !== null) refuse(path, TEXT_FAULTS[fault])
      return text
    }
    if (!isPlain(value)) return value
    if (path.length === DEEPEST) {
      refuse(path.slice(0, 1), TEXT_FAULTS.too_deep)
      return null
    }
    if (Array.isArray(value)) return value.map((each, i) => walk(each, [...path, String(i)]))
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => {
        const fault = textFault(name)
        if (fault !== null) refuse(path, TEXT_FAULTS[fault])
        return [composeText(name), walk(each, [...path, name])]
      }),
    )
  }
  const sound = walk(input, [])
  return { input: sound, errors }
}

/** Files, dates and the like are nothing to walk through. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
