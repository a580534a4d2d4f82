import { Problem } from '../../verbs/errors.ts'

/** A page that tells of a refusal, with the refusal's own headers: `Retry-After` of a limit. */
export function withHeadersOf(page: Response, error: unknown): Response {
  const headers = error instanceof Problem ? Object.entries(error.headers) : []
  for (const [name, value] of headers) page.headers.set(name, value)
  return page
}
