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

/** The same with when it was read, and what else goes with that: only what was read makes it another. */
export function datedDocument(
  context: Context<AppEnv>,
  { value, readAt, stale }: Fresh<object>,
  told: object = { stale },
): Promise<Response> {
  const asOf = new Date(readAt).toISOString()
  return documentResponse({
    context,
    body: JSON.stringify({ ...value, asOf, ...told }),
    contentType: 'application/json',
    sameWhile: JSON.stringify(value),
    readAt,
    stale,
  })
}
