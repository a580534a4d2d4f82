import { REQUEST_REFUSALS } from '../../../copy/refusals/requests.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { readUpTo } from '../../../lib/files/read-up-to.ts'
import { invalidField } from '../../../verbs/guard/parse-input.ts'

export const MAX_CODE_LENGTH = 2_000
const MAX_BODY_BYTES = 16 * 1024
const JSON_TYPE = /^\s*application\/json\s*(?:;|$)/i

/**
 * The text asked about, as `verifyRoute` declares it. Read by hand: the router's validators cost a
 * quarter of the signature check that is the work here. Throws problems 400, 413 and 415.
 */
export async function readQuestion(request: Request): Promise<string> {
  const body = await readJson(request, MAX_BODY_BYTES)
  if (typeof body !== 'object' || body === null || !('code' in body)) throw wrongCode()
  const { code } = body
  if (typeof code !== 'string') throw wrongCode()
  if (isTooLong(code)) throw problemOf('payload_too_large')
  return code
}

/** A body of JSON no longer than that. Throws problems 400, 413 and 415. */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!JSON_TYPE.test(type)) throw problemOf('unsupported_media_type')
  return parse(await textOf(request, mostBytes))
}

/** The body in one go where its length was told, else as far as it may go. */
async function textOf(request: Request, mostBytes: number): Promise<string> {
  const { headers } = request
  const length = headers.get('content-length')
  if (length !== null && !headers.has('transfer-encoding')) {
    if (Number.parseInt(length, 10) > mostBytes) throw problemOf('payload_too_large')
    return request.text()
  }
  if (request.body === null) return ''
  const bytes = await readUpTo(request.body, mostBytes)
  if (bytes === null) throw problemOf('payload_too_large')
  return new TextDecoder().decode(bytes)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw problemOf('invalid_input')
  }
}

/** Characters, not UTF-16 units: what people count, and what JSON Schema means by maxLength. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_CODE_LENGTH && [...text].length > MAX_CODE_LENGTH
}

function wrongCode() {
  return invalidField('code', REQUEST_REFUSALS.scannedText)
}
