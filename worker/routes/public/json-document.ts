import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { documentResponse } from './document-response.ts'

/** A public document that is what was read, as JSON. */
export function jsonDocument(
  context: Context<AppEnv>,
  { value, readAt, stale }: Fresh<unknown>,
): Promise<Response> {
  const body = JSON.stringify(value)
  return documentResponse({ context, body, contentType: 'application/json', readAt, stale })
}
