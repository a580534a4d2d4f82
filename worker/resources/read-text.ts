import * as z from 'zod'
import { FIELD_FAULTS, tooLong } from '../copy/field-faults.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import { composeText } from '../lib/text/sound-text.ts'
import { addFault } from './add-fault.ts'

/** Why a text cannot be read, in every language; thrown by readers and told on the field. */
class FieldFault extends Error {
  readonly text: LocalText

  constructor(text: LocalText) {
    super(text.vi)
    this.text = text
  }
}

/** Ends the reading of a field with what there is to mend. */
export function fault(text: LocalText): never {
  throw new FieldFault(text)
}

/** A line of a form that is no field of anything kept, or nothing. */
export function optionalText(max: number): z.ZodType<string | null, string | null | undefined> {
  return readText({ max, read: (text): string | null => text, blank: () => null })
}

/** Several lines as they were typed, or nothing: composed (NFC), never longer than `max`. */
export function readLines(input: {
  readonly max: number
}): z.ZodType<string | null, string | null | undefined> {
  return readText({
    max: input.max,
    code: true,
    read: (text): string | null => text.replace(/\r\n?/g, '\n').replace(/\n{3,}/g, '\n\n'),
    blank: () => null,
  })
}

/**
 * A schema that reads what was typed: composed (NFC), blanks folded, never longer than `max`. A
 * blank is missing where `blank` is null, else what it gives. Whatever `read` finds wrong is told
 * in every language.
 */
export function readText<T>(input: {
  readonly max: number
  /** Codes and patterns keep their blanks: they are part of what was typed. */
  readonly code?: boolean
  readonly read: (text: string) => T
  readonly blank: (() => T) | null
}): z.ZodType<T, string | null | undefined> {
  const { max, code = false, read, blank } = input
  return z
    .string()
    .nullish()
    .transform((given, context): T => {
      const composed = composeText(given ?? '')
      const text = (code ? composed : composed.replace(/\s+/g, ' ')).trim()
      try {
        if (text === '') return blank === null ? fault(FIELD_FAULTS.missing) : blank()
        if (text.length > max) return fault(tooLong(max))
        return read(text)
      } catch (error) {
        if (!(error instanceof FieldFault)) throw error
        addFault(context, error.text)
        return z.NEVER
      }
    })
}
