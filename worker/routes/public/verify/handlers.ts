import type { Deps } from '../../../http/app-env.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { Problem } from '../../../verbs/errors.ts'
import { resolveText } from '../../../verbs/scan/resolve-text.ts'
import { answerJson } from '../../scan/answer-label.ts'
import { readQuestion } from './read-question.ts'

/** `POST /api/v1/verify`: open to everyone, as often as they may ask. Counts no scan. */
export async function verify(deps: Deps, request: Request): Promise<Response> {
  await limitRate(deps, request)
  return answerJson(await resolveText(deps, await readQuestion(request)), 200)
}

async function limitRate(deps: Deps, request: Request): Promise<void> {
  const seconds = await secondsToWait(deps, request)
  if (seconds > 0) throw tooMany(seconds)
}

/** Counts one text; 0 where it may be looked at. */
export async function secondsToWait(deps: Deps, request: Request): Promise<number> {
  const { verifyLimit } = deps
  if (verifyLimit === null) return 0
  const { headers } = request
  const { device, network } = deps.accounts.originOf(headers)
  const agent = headers.get('user-agent') ?? ''
  return verifyLimit({ device, network, agent })
}

export function tooMany(seconds: number): Problem {
  const { code, text } = problemOf('too_many_requests')
  return new Problem({ code, text, headers: { 'retry-after': String(seconds) } })
}
