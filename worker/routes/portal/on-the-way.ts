import { typedValues } from './form-view.ts'

/** A query longer than this is not carried: a browser would cut it. */
const LONGEST = 6_000
const MOST_FIELDS = 120
const NAME = /^[A-Za-z][\w.]{0,60}$/
/** What tells of one showing of a form and not of what was typed. */
const NOT_TYPED = new Set(['confirm', 'expected', 'version', 'way'])

/**
 * What was typed in a form that waits while something it needs is added, as a query: it stands in the
 * address, so that nothing has to be kept and going back in the browser works.
 */
export function typedQuery(form: FormData): string {
  const typed = Object.entries(typedValues(form)).filter(
    ([name, value]) => value !== '' && NAME.test(name) && !NOT_TYPED.has(name),
  )
  const query = new URLSearchParams(typed).toString()
  return query.length <= LONGEST ? query : ''
}

/** The fields of a form that waited, back from its query. */
export function typedFrom(query: string): Record<string, string> {
  if (query.length > LONGEST) return {}
  const entries = [...new URLSearchParams(query)]
    .slice(0, MOST_FIELDS)
    .filter(([name]) => NAME.test(name) && !NOT_TYPED.has(name))
  return Object.fromEntries(entries)
}
