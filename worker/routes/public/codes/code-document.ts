import type { Context } from 'hono'
import type { AppEnv } from '../../../http/app-env.ts'
import type { PublicCodeAnswer } from '../../../verbs/codes/public-find-code.ts'
import { documentResponse } from '../document-response.ts'

/** The register's entry of a code as JSON, at its API address and where a page is asked for JSON. */
export function codeDocument(
  context: Context<AppEnv>,
  found: Extract<PublicCodeAnswer, { kind: 'found' }>,
): Promise<Response> {
  const { entry, readAt, stale } = found
  return documentResponse({
    context,
    body: JSON.stringify({ ...entry, asOf: new Date(readAt).toISOString(), stale }),
    contentType: 'application/json',
    sameWhile: JSON.stringify(entry),
    readAt,
    stale,
  })
}
