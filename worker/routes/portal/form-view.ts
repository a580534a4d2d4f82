import type { FormView } from '../../../site/models/portal-common.ts'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { Problem } from '../../verbs/errors.ts'

/** The texts of a form as they were typed. A field that stands several times keeps them all, a line each. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue
    values[name] = name in values ? `${values[name]}\n${value}` : value
  }
  return values
}

/** Codes of the questions of a form that were answered with yes. */
export function confirmedIn(texts: Readonly<Record<string, string>>): string[] {
  return (texts['confirm'] ?? '').split('\n')
}

/** A form before anything was sent. */
export function freshForm(values: Record<string, string> = {}): FormView {
  return { values, errors: {}, problem: null }
}

/**
 * A form that was refused: what was typed stays, each field says what to mend, and the head of the
 * form says it in one sentence. Throws what is no refusal of the input.
 */
export function refusedForm(input: {
  readonly error: unknown
  readonly form: FormData
  readonly lang: Language
}): { readonly view: FormView; readonly status: number } {
  const { error, form, lang } = input
  if (!(error instanceof Problem) || error.status >= 500) throw error
  const errors: Record<string, string> = {}
  for (const { path, text } of error.errors) errors[path] ??= text[lang]
  const named = Object.keys(errors).some((path) => path !== '')
  const problem = named ? REQUEST_REFUSALS.notSaved[lang] : error.text[lang]
  const questions = error.questions.map(({ code, text }) => ({ code, text: text[lang] }))
  const view = { values: typedValues(form), errors, problem }
  return {
    view: questions.length === 0 ? view : { ...view, questions },
    status: error.status,
  }
}

/**
 * A question that an address asks and that cannot be: what was asked stays, each field says what is
 * wrong. Throws what is no refusal of it.
 */
export function refusedQuestion(input: {
  readonly error: unknown
  readonly values: Readonly<Record<string, string>>
  readonly lang: Language
}): FormView {
  const { error, values, lang } = input
  if (!(error instanceof Problem) || error.code !== 'invalid_input') throw error
  const errors = Object.fromEntries(error.errors.map(({ path, text }) => [path, text[lang]]))
  return { values, errors, problem: error.text[lang] }
}
