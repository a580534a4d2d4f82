import type { RouteHandler } from '@hono/zod-openapi'
import type { AppEnv } from '../../../http/app-env.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { resolveText } from '../../../verbs/scan/resolve-text.ts'
import { answerJson } from '../../scan/answer-label.ts'
import { asAnswer } from '../as-answer.ts'
import { type InputResult, refuseInput } from '../refuse-input.ts'
import type { verifyRoute } from './contract.ts'

/** `POST /api/v1/verify`: open to everyone. */
export const verify: RouteHandler<typeof verifyRoute, AppEnv> = async (c) => {
  const { code } = c.req.valid('json')
  return asAnswer(answerJson(await resolveText(c.var.deps, code), 200))
}

/** A text that is too long is too large; anything else amiss is not understood. */
export function refuseQuestion(result: InputResult): undefined {
  if (result.success) return
  const tooLong = result.error.issues.some(
    (issue) => issue.code === 'custom' && issue.params?.['tooLong'] === true,
  )
  if (tooLong) throw problemOf('payload_too_large')
  refuseInput(result)
}
