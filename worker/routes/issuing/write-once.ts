import type { Context } from 'hono'
import { isUniqueViolation } from '../../../db/errors.ts'
import {
  claimKey,
  keepAnswer,
  readKeptAnswer,
  releaseKey,
} from '../../../db/queries/idempotency.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { actorText } from '../../verbs/context.ts'
import { Problem } from '../../verbs/errors.ts'
import { invalidInput } from '../../verbs/guard/parse-input.ts'
import { conflict } from '../../verbs/guard/refusals.ts'
import { verbContext } from './verb-context.ts'

/** What a write answers with. */
export type Written = {
  readonly status: 200 | 201
  readonly body: unknown
  readonly location?: string
}

const KEEP_MS = 24 * 3_600_000
const KEY = /^[\x21-\x7e]{1,255}$/

/**
 * Does a write, once for each `Idempotency-Key` of a caller within a day: the same request again
 * gets the first answer, and another request under the same key is refused. A refusal changes
 * nothing and frees the key.
 */
export async function writeOnce(
  c: Context<AppEnv>,
  write: () => Promise<Written>,
): Promise<Response> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return answer(await write())
  if (!KEY.test(key))
    throw invalidInput([{ path: 'Idempotency-Key', message: 'Dài 1 đến 255 ký tự in được.' }])
  const { db, actor, now } = verbContext(c)
  const owner = { actor: actorText(actor), key }
  const requestHash = await hashRequest(c)
  try {
    await claimKey(db, { ...owner, requestHash, at: now(), keepMs: KEEP_MS })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return repeat(await readKeptAnswer(db, owner), requestHash)
  }
  let written: Written
  try {
    written = await write()
  } catch (error) {
    // Only a refusal is known to have changed nothing; after any other failure the key stays taken.
    if (error instanceof Problem) await releaseKey(db, owner)
    throw error
  }
  await keepAnswer(db, { ...owner, status: written.status, response: JSON.stringify(written) })
  return answer(written)
}

function repeat(kept: Awaited<ReturnType<typeof readKeptAnswer>>, requestHash: string): Response {
  if (kept !== null && kept.requestHash !== requestHash) {
    throw new Problem({
      code: 'idempotency_mismatch',
      text: {
        vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác.',
        en: 'This Idempotency-Key was used for another request.',
        zh: '该 Idempotency-Key 已用于其他请求。',
      },
    })
  }
  if (kept !== null && kept.status !== 0) return answer(JSON.parse(kept.response) as Written)
  throw conflict({
    vi: 'Yêu cầu cùng Idempotency-Key đang được xử lý. Hãy hỏi lại sau.',
    en: 'A request with this Idempotency-Key is still at work. Ask again later.',
    zh: '具有相同 Idempotency-Key 的请求正在处理中，请稍后再试。',
  })
}

function answer({ status, body, location }: Written): Response {
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  if (location !== undefined) headers.set('location', location)
  return new Response(JSON.stringify(body), { status, headers })
}

/** Method, path and exact body: what makes two requests the same. */
async function hashRequest(c: Context<AppEnv>): Promise<string> {
  const text = `${c.req.method} ${c.req.path}\n${await c.req.text()}`
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
