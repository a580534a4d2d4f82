import type { Context } from 'hono'
import type { AppEnv } from '../../../http/app-env.ts'
import type { PublicCodeAnswer } from '../../../verbs/codes/public-find-code.ts'
import { datedDocument } from '../json-document.ts'

/** The register's entry of a code as JSON, at its API address and where a page is asked for JSON. */
export function codeDocument(
  context: Context<AppEnv>,
  found: Extract<PublicCodeAnswer, { kind: 'found' }>,
): Promise<Response> {
  return datedDocument(context, { ...found, value: found.entry })
}
