import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import type { VerbContext } from '../../verbs/context.ts'
import { Problem } from '../../verbs/errors.ts'
import { doOnce, hashOfRequest } from '../../verbs/guard/do-once.ts'
import { conflict } from '../../verbs/guard/refusals.ts'
import type { Portal } from './portal-route.ts'

/** The input that carries a form's own key. */
export const ONCE = 'once'

const KEY = /^[\w-]{10,60}$/

/**
 * What a form asks for is done once however often it is sent: doubled clicks, the back button and a
 * reload lead to what the first one made. A form without its key is acted on as it comes. Where a form
 * asks for two changes, the second names its `part`.
 */
export async function actOnce<Receipt>(
  { c, ctx, form, part }: Pick<Portal, 'c' | 'ctx' | 'form'> & { readonly part?: string },
  act: (ctx: VerbContext) => Promise<Receipt>,
): Promise<Receipt> {
  const key = form.get(ONCE)
  if (typeof key !== 'string' || !KEY.test(key)) return act(ctx)
  const name = part === undefined ? `form:${key}` : `form:${key}:${part}`
  const typed = [...form.entries()].map(([name, value]) => [name, String(value)])
  const requestHash = await hashOfRequest(`${c.req.path}\n${JSON.stringify(typed)}`)
  try {
    return await doOnce(ctx, { key: name, requestHash }, act)
  } catch (error) {
    const isOther = error instanceof Problem && error.code === 'idempotency_mismatch'
    throw isOther ? conflict(REQUEST_REFUSALS.formSent) : error
  }
}
