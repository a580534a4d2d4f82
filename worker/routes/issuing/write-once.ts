import type { Context } from 'hono'
import { isDatabaseUnavailable } from '../../../db/errors.ts'
import { readReceipt, receiptStatements } from '../../../db/queries/write-receipts.ts'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { actorText, type VerbContext } from '../../verbs/context.ts'
import { Problem } from '../../verbs/errors.ts'
import { invalidInput } from '../../verbs/guard/parse-input.ts'
import { tooBusy } from '../../verbs/guard/refusals.ts'
import { KeyTaken } from '../../verbs/guard/run-with-receipt.ts'
import { verbContext } from './verb-context.ts'

/** What a write answers with. */
export type Written = {
  readonly status: 200 | 201
  readonly body: unknown
  readonly location?: string
}

/** A write and its answer, which is made of the receipt alone: now, and whenever it is asked for again. */
export type Write<Receipt> = {
  /** One verb that ends in `runWithReceipt` and gives at least what it kept there. */
  readonly act: (ctx: VerbContext) => Promise<Receipt>
  readonly answer: (receipt: Receipt) => Written | Promise<Written>
}

const KEEP_MS = 24 * 3_600_000
const KEY = /^[\x21-\x7e]{1,255}$/

/**
 * Does a write, once for each `Idempotency-Key` of a caller within a day: the same request again
 * gets the first answer, and another request under the same key is refused. The key is taken in the
 * atomic batch of the change, so whatever fails before it, or cuts it off, leaves the key free; of
 * several at the same moment one does the change and the others get its answer.
 */
export async function writeOnce<Receipt>(
  c: Context<AppEnv>,
  write: Write<Receipt>,
): Promise<Response> {
  const key = c.req.header('idempotency-key')
  const ctx = verbContext(c)
  if (key === undefined) return respond(await write.answer(await write.act(ctx)))
  if (!KEY.test(key))
    throw invalidInput([{ path: 'Idempotency-Key', text: REQUEST_REFUSALS.idempotencyKey }])
  const at = ctx.now()
  const since = at - KEEP_MS
  const owner = { actor: actorText(ctx.actor), key }
  const requestHash = await hashRequest(c)
  const kept = async (): Promise<{ receipt: Receipt } | null> => {
    const row = await readReceipt(ctx.db, { ...owner, since })
    if (row === null) return null
    if (row.requestHash !== requestHash) throw otherRequest()
    // The same method, path and body came to this very route, whose change kept it.
    return { receipt: row.receipt as Receipt }
  }
  const earlier = await kept()
  if (earlier !== null) return respond(await write.answer(earlier.receipt))
  let keeps = 0
  const keep = (receipt: unknown) => {
    keeps += 1
    return receiptStatements(ctx.db, { ...owner, requestHash, receipt, at, since })
  }
  let made: Receipt
  try {
    made = await write.act({ ...ctx, once: { keep } })
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error
    // The same request at the same moment may have been faster, and is why this one was refused.
    const meanwhile = await kept()
    if (meanwhile === null) throw error instanceof KeyTaken ? tooBusy() : error
    return respond(await write.answer(meanwhile.receipt))
  }
  if (keeps === 0) throw new Error('a write did not keep its receipt: see runWithReceipt')
  return respond(await write.answer(made))
}

function otherRequest(): Problem {
  return new Problem({
    code: 'idempotency_mismatch',
    text: REQUEST_REFUSALS.keyUsed,
  })
}

function respond({ status, body, location }: Written): Response {
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
