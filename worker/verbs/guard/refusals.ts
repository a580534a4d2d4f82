import { fillAll, filled, type ValuesIn } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { NOT_FOUND } from '../../copy/refusals/things.ts'
import { WRITE_REFUSALS } from '../../copy/refusals/writes.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { type Existing, Problem, type Question } from '../errors.ts'

/** Nothing of that name, or nothing the caller may know of. `thing` is a noun in each language. */
export function notFound<const T extends LocalText>(thing: T, values?: ValuesIn<T>): Problem {
  return new Problem({
    code: 'not_found',
    text: fillAll(NOT_FOUND, { thing: filled(thing, values) }),
  })
}

/** The write meets something already there. */
export function conflict<const T extends LocalText>(text: T, values?: ValuesIn<T>): Problem {
  return new Problem({ code: 'conflict', text: filled(text, values) })
}

/** As `conflict`, where the caller may know what is there and is told where it is. */
export function alreadyExists(input: { text: LocalText; existing: Existing }): Problem {
  return new Problem({ code: 'conflict', ...input })
}

/** Nothing is wrong, but somebody must mean it: goes through once each question is confirmed. */
export function needsConfirmation(questions: readonly Question[]): Problem {
  return new Problem({
    code: 'needs_confirmation',
    text: inEach((lang) => questions.map(({ text }) => text[lang]).join(' ')),
    questions,
  })
}

/** Somebody else saved the same thing in between. */
export function editedMeanwhile(): Problem {
  return conflict(WRITE_REFUSALS.editedMeanwhile)
}

/** A sealed batch was to be changed. */
export function batchSealed(ref: string): Problem {
  return new Problem({
    code: 'batch_sealed',
    text: fillAll(WRITE_REFUSALS.batchSealed, { ref }),
  })
}

/** Rows kept changing under the writer; the same request may well succeed now. */
export function tooBusy(): Problem {
  return new Problem({
    code: 'conflict',
    headers: { 'retry-after': '1' },
    text: WRITE_REFUSALS.tooBusy,
  })
}
