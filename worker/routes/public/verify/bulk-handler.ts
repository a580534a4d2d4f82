import type { Deps } from '../../../http/app-env.ts'
import { SCAN_HEADERS } from '../../../http/headers.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { invalidIssues } from '../../../verbs/guard/parse-input.ts'
import type { Resolution } from '../../../verbs/scan/resolution.ts'
import { resolveText } from '../../../verbs/scan/resolve-text.ts'
import { toVerdict } from '../../../verbs/scan/verdict.ts'
import { bulkQuestionSchema } from './contract.ts'
import { secondsToWait, tooMany } from './handlers.ts'
import { isTooLong, readJson } from './read-question.ts'

const MAX_BODY_BYTES = 1024 * 1024

/** `POST /api/v1/verify/bulk`: open to everyone, as often as they may ask. Counts no scan. */
export async function verifyBulk(deps: Deps, request: Request): Promise<Response> {
  const { codes, view } = await readQuestions(request)
  const items: unknown[] = []
  let seconds = 0
  // One after the other: many labels of one batch are then one read of it.
  for (const code of codes) {
    seconds = await secondsToWait(deps, request)
    if (seconds > 0) break
    const resolution = await resolveText(deps, code)
    items.push(view === 'full' ? toVerdict(resolution) : summaryOf(resolution))
    await deps.giveWay()
  }
  if (items.length === 0) throw tooMany(seconds)
  const notChecked = codes.length - items.length
  const answer = { items, notChecked, retryAfterSeconds: seconds > 0 ? seconds : null }
  return Response.json(answer, { headers: SCAN_HEADERS })
}

/** As `verify` reads its text: whatever a scanner read is a text to judge, however odd. */
async function readQuestions(request: Request) {
  const body = await readJson(request, MAX_BODY_BYTES)
  const read = bulkQuestionSchema.safeParse(body)
  if (!read.success) throw invalidIssues(read.error.issues, body)
  if (read.data.codes.some(isTooLong)) throw problemOf('payload_too_large')
  return read.data
}

function summaryOf(resolution: Resolution) {
  const { authenticity, standing, reasons, label, batch } = toVerdict(resolution)
  return {
    authenticity,
    standing,
    reasons: reasons.map(({ code }) => code),
    ref: batch?.ref ?? label?.batch ?? null,
    serial: label?.serial ?? null,
  }
}
