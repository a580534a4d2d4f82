import type { Context } from 'hono'
import { fillAll } from '../../copy/fill.ts'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { AppEnv } from '../../http/app-env.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { Problem } from '../../verbs/errors.ts'

const DEFAULT_MAX_BYTES = 256 * 1024

/**
 * The form of a POST, read up to a limit whatever its length header says. Nothing larger is ever
 * held in memory.
 */
export async function readForm(
  c: Context<AppEnv>,
  maxBytes: number = DEFAULT_MAX_BYTES,
  words: LocalText = sizeInWords(maxBytes),
): Promise<FormData> {
  const request = c.req.raw
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(words)
  const type = request.headers.get('content-type') ?? ''
  const isForm = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)
  if (request.body === null || !isForm) return new FormData()
  const limit = byteLimit(maxBytes)
  try {
    const body = request.body.pipeThrough(limit.stream)
    const response = new Response(body, { headers: { 'content-type': type } })
    return soundForm(await response.formData())
  } catch (cause) {
    if (limit.isPassed()) throw tooLarge(words)
    throw new Problem({
      code: 'invalid_input',
      text: REQUEST_REFUSALS.brokenForm,
      cause,
    })
  }
}

/** Lets so many bytes through; what comes after them ends the stream. */
function byteLimit(maxBytes: number) {
  let left = maxBytes
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength
      if (left < 0) controller.error(new Error('too many bytes'))
      else controller.enqueue(chunk)
    },
  })
  return { stream, isPassed: () => left < 0 }
}

/**
 * The form with its texts and file names mended: what people paste brings marks along that they
 * cannot see, and cannot be asked to remove. Passwords are what was typed.
 */
function soundForm(form: FormData): FormData {
  const sound = new FormData()
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      sound.append(mendText(name), /password/i.test(name) ? value : mendText(value))
      continue
    }
    const fileName = mendText(value.name)
    const isSound = fileName === value.name
    const file = isSound ? value : new File([value], fileName, { type: value.type })
    sound.append(mendText(name), file)
  }
  return sound
}

function tooLarge(text: LocalText): Problem {
  return new Problem({ code: 'payload_too_large', text })
}

function sizeInWords(maxBytes: number): LocalText {
  const mb = Math.max(1, Math.round(maxBytes / 1024 / 1024))
  return fillAll(REQUEST_REFUSALS.fileTooLarge, { mb })
}
