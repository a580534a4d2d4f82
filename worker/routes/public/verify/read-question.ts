import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { REQUEST_REFUSALS } from '../../../copy/refusals/requests.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { invalidInput } from '../../../verbs/guard/parse-input.ts'

export const MAX_CODE_LENGTH = 2_000
const MAX_BODY_BYTES = 16 * 1024
const JSON_TYPE = /^\s*application\/json\s*(?:;|$)/i

/**
 * The text asked about, as `verifyRoute` declares it. Read by hand: the router's validators cost a
 * quarter of the signature check that is the work here. Throws problems 400, 413 and 415.
 */
export async function readQuestion(c: Context<AppEnv>): Promise<string> {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? '')) throw problemOf('unsupported_media_type')
  await limitBody(c, nothing)
  const body = parse(await c.req.text())
  if (typeof body !== 'object' || body === null || !('code' in body)) throw wrongCode()
  const { code } = body
  if (typeof code !== 'string') throw wrongCode()
  if (isTooLong(code)) throw problemOf('payload_too_large')
  return code
}

/** Also where a sender does not say how long the body is. */
const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw problemOf('payload_too_large')
  },
})

async function nothing(): Promise<void> {}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problemOf('invalid_input')
  }
}

/** Characters, not UTF-16 units: what people count, and what JSON Schema means by maxLength. */
function isTooLong(text: string): boolean {
  return text.length > MAX_CODE_LENGTH && [...text].length > MAX_CODE_LENGTH
}

function wrongCode() {
  return invalidInput([{ path: 'code', text: REQUEST_REFUSALS.scannedText }])
}
