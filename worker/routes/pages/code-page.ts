import type { Context } from 'hono'
import type { TypedCode } from '../../../site/page-models.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { answerError } from '../../http/error-answer.ts'
import { preferredFormat } from '../../http/negotiate.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { noticesOfCode } from '../../verbs/codes/public-code-notices.ts'
import { findPublicCode } from '../../verbs/codes/public-find-code.ts'
import { Problem } from '../../verbs/errors.ts'
import { codeDocument } from '../public/codes/code-document.ts'
import { unknownCode } from '../public/codes/unknown-code.ts'
import { queryOf } from './query-of.ts'
import { showPage } from './show-page.ts'

type C = Context<AppEnv>

/** `GET /codes/{CODE}`: open to everyone, however the code is typed; its own spelling is the address. */
export async function showCodePage(c: C): Promise<Response> {
  const { deps } = c.var
  const typed = c.req.param('code') ?? ''
  try {
    const answer = await findPublicCode(deps, typed)
    if (answer.kind === 'unknown') return refuse(c, unknownCode(answer.candidates), answer)
    if (answer.kind === 'read_as') return leadTo(c, answer.code)
    const { entry, readAt, stale } = answer
    if (entry.code !== typed) return leadTo(c, entry.code)
    if (preferredFormat(c.req.header('accept') ?? null) === 'json') return codeDocument(c, answer)
    const today = vietnamDateOf(deps.now())
    const notices = noticesOfCode(entry)
    return showPage(c, { kind: 'code', entry, today, asOf: readAt, stale, notices })
  } catch (error) {
    if (error instanceof Problem && error.code === 'malformed_code') return refuse(c, error)
    throw error
  }
}

/** Another code may come to be spelled like this one, so nobody keeps where it led. */
function leadTo(c: C, code: string): Response {
  c.header('cache-control', 'no-store')
  return c.redirect(`/codes/${encodeURIComponent(code)}${queryOf(c.req.url)}`, 308)
}

const LONGEST_SHOWN = 60

function refuse(c: C, error: Problem, found: Partial<TypedCode> = {}): Promise<Response> {
  const { deps, requestId } = c.var
  const typed = (c.req.param('code') ?? '').slice(0, LONGEST_SHOWN)
  const typedCode = { typed, candidates: found.candidates ?? [] }
  return answerError({ deps, request: c.req.raw, error, requestId, typedCode })
}
