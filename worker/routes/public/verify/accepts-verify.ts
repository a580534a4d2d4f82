import type { Context, Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../../../http/app-env.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { Problem } from '../../../verbs/errors.ts'

const MAX_BODY_BYTES = 16 * 1024
const RETRY_AFTER_SECONDS = 60

/** What a question must pass before it is read: the asker's rate, its media type, its size. */
export const acceptsVerify = [
  limitRate,
  onlyJson,
  bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge }),
]

async function limitRate(c: Context<AppEnv>, next: Next): Promise<void> {
  const { verifyLimit } = c.var.deps
  if (verifyLimit !== null) {
    const key = c.req.header('cf-connecting-ip') ?? 'unknown'
    const { success } = await verifyLimit.limit({ key })
    if (!success) throw tooMany()
  }
  await next()
}

async function onlyJson(c: Context<AppEnv>, next: Next): Promise<void> {
  const type = c.req.header('content-type') ?? ''
  if (!/^\s*application\/json\s*(?:;|$)/i.test(type)) throw problemOf('unsupported_media_type')
  await next()
}

function tooLarge(): never {
  throw problemOf('payload_too_large')
}

function tooMany(): Problem {
  const { code, text } = problemOf('too_many_requests')
  return new Problem({ code, text, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } })
}
