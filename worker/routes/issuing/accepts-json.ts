import type { Context, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../../http/app-env.ts'
import { problemOf } from '../../http/to-problem.ts'

const MAX_BODY_BYTES = 256 * 1024

/** What the body of a write must be: JSON of a bounded size. */
export const acceptsJson = acceptsJsonOf(MAX_BODY_BYTES)

export function acceptsJsonOf(maxSize: number) {
  return [onlyJson, bodyLimit({ maxSize, onError: tooLarge })] as const
}

async function onlyJson(c: Context<AppEnv>, next: Next): Promise<void> {
  const type = c.req.header('content-type') ?? ''
  if (!/^\s*application\/json\s*(?:;|$)/i.test(type)) throw problemOf('unsupported_media_type')
  await next()
}

function tooLarge(): never {
  throw problemOf('payload_too_large')
}
