import type { FormView } from '../models/portal-common.ts'

/**
 * The errors of a refused form for its head: what belongs to no field as one sentence, the others as
 * links to their fields (`#f-name`), in the order in which they were found.
 */
export function fieldErrors(
  form: Pick<FormView, 'errors' | 'problem'>,
  labels: Readonly<Record<string, string>>,
): {
  readonly whole: string | null
  readonly fields: readonly { readonly href: string; readonly text: string }[]
} {
  const whole = form.errors[''] ?? null
  const fields = Object.entries(form.errors)
    .filter(([name]) => name !== '')
    .map(([name, message]) => ({
      href: `#f-${name}`,
      text: labels[name] === undefined ? message : `${labels[name]}: ${message}`,
    }))
  return { whole: whole === form.problem ? null : whole, fields }
}
