import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'

const DAY_SECONDS = 86_400

/** Lets scripts of any page read a public document with conditions (Fetch, CORS-preflight request). */
export function allowReading(_: Context<AppEnv>): Response {
  return new Response(null, {
    status: 204,
    headers: {
      allow: 'GET, HEAD, OPTIONS',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'Accept, Accept-Language, If-None-Match, If-Modified-Since',
      'access-control-max-age': String(DAY_SECONDS),
    },
  })
}
