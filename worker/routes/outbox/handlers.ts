import type { Context } from 'hono'
import { fillAll } from '../../copy/fill.ts'
import { UNKNOWN_NAME } from '../../copy/refusals/input.ts'
import { OUTBOX_REFUSALS } from '../../copy/refusals/outbox.ts'
import { OUTBOX_LIMITS } from '../../domain/outbox/outbox-item.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { logFailure } from '../../http/error-answer.ts'
import { problemBody } from '../../http/problem-response.ts'
import { problemOf } from '../../http/to-problem.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { invalidField } from '../../verbs/guard/parse-input.ts'
import { type ItemOutcome, receiveItems } from '../../verbs/outbox/receive-items.ts'
import { callerContext } from './caller.ts'
import { withServerTime } from './with-server-time.ts'

/** `POST /api/v1/outbox`: what a device kept while it had no signal. */
export async function receiveOutbox(c: Context<AppEnv>): Promise<Response> {
  const ctx = callerContext(c)
  const items = itemsOf(await jsonOf(c))
  const { requestId, deps } = c.var
  const outcomes = await receiveItems({
    ctx,
    deps,
    items,
    onFault: (error) => logFailure(requestId, 'outbox_item', error),
  })
  const results = outcomes.map((outcome) => resultOf(c, outcome))
  return withServerTime(c, c.json({ results }, 200, { 'cache-control': 'no-store' }))
}

async function jsonOf(c: Context<AppEnv>): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (error) {
    throw problemOf('invalid_input', error)
  }
}

/** The list alone is looked at here: what is wrong with one item is no matter of the others. */
function itemsOf(body: unknown): readonly unknown[] {
  if (typeof body !== 'object' || body === null || !('items' in body)) throw noItems()
  const { items, ...others } = body
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw wrong(unknown.slice(0, 100).toWellFormed(), UNKNOWN_NAME)
  if (!Array.isArray(items)) throw noItems()
  if (items.length > OUTBOX_LIMITS.items) {
    throw wrong('items', fillAll(OUTBOX_REFUSALS.tooManyItems, { most: OUTBOX_LIMITS.items }))
  }
  return items
}

function resultOf(c: Context<AppEnv>, { id, status, problem }: ItemOutcome) {
  if (problem === undefined) return { id, status }
  const { language, requestId } = c.var
  const instance = `${c.req.path}#${encodeURIComponent(id)}`
  return { id, status, problem: problemBody({ problem, language, instance, requestId }) }
}

const noItems = () => wrong('items', OUTBOX_REFUSALS.noItems)

function wrong(path: string, text: LocalText) {
  return invalidField(path, text)
}
