import type { Context } from 'hono'
import type { AppEnv } from '../../../http/app-env.ts'
import { problemOf } from '../../../http/to-problem.ts'
import type { RateLimiter } from '../../../platform/rate-limiter.ts'
import { Problem } from '../../../verbs/errors.ts'
import { resolveText } from '../../../verbs/scan/resolve-text.ts'
import { answerJson } from '../../scan/answer-label.ts'
import { readQuestion } from './read-question.ts'

const RETRY_AFTER_SECONDS = 60

/** `POST /api/v1/verify`: open to everyone, as often as their address may ask. Counts no scan. */
export async function verify(c: Context<AppEnv>): Promise<Response> {
  const { deps } = c.var
  if (deps.verifyLimit !== null) await limitRate(c, deps.verifyLimit)
  return answerJson(await resolveText(deps, await readQuestion(c)), 200)
}

async function limitRate(c: Context<AppEnv>, limiter: RateLimiter): Promise<void> {
  const key = c.req.header('cf-connecting-ip') ?? 'unknown'
  const { success } = await limiter.limit({ key })
  if (success) return
  const { code, text } = problemOf('too_many_requests')
  throw new Problem({ code, text, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } })
}
