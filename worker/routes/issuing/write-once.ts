import type { Context } from 'hono'
import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { AppEnv } from '../../http/app-env.ts'
import type { VerbContext } from '../../verbs/context.ts'
import { doOnce, hashOfRequest } from '../../verbs/guard/do-once.ts'
import { invalidField } from '../../verbs/guard/parse-input.ts'
import { asAnswer } from '../public/as-answer.ts'
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

const KEY = /^[\x21-\x7e]{1,255}$/

/** Answers with a write, done once for each `Idempotency-Key` of a caller within a day: see `doOnce`. */
export async function writeOnce<Receipt>(
  c: Context<AppEnv>,
  write: Write<Receipt>,
): Promise<ReturnType<typeof asAnswer>> {
  const key = c.req.header('idempotency-key')
  const ctx = verbContext(c)
  if (key === undefined) return respond(await write.answer(await write.act(ctx)))
  if (!KEY.test(key)) throw invalidField('Idempotency-Key', REQUEST_REFUSALS.idempotencyKey)
  // Method, path and exact body: what makes two requests the same.
  const requestHash = await hashOfRequest(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
  return respond(await write.answer(await doOnce(ctx, { key, requestHash }, write.act)))
}

function respond({ status, body, location }: Written) {
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  if (location !== undefined) headers.set('location', location)
  return asAnswer(new Response(JSON.stringify(body), { status, headers }))
}
