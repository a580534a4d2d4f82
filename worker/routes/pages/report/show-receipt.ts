import type { Context } from 'hono'
import type { AppEnv } from '../../../http/app-env.ts'
import { Problem } from '../../../verbs/errors.ts'
import { followReport } from '../../../verbs/reports/follow-report.ts'
import { showPage } from '../show-page.ts'
import { authorityView } from './authority-view.ts'

type C = Context<AppEnv>

/** `GET /report/{RECEIPT}`: how a report stands, for whoever has its receipt. */
export async function showReceipt(c: C): Promise<Response> {
  const { deps } = c.var
  const { place, hasPhoto, ...followed } = await open(c, c.req.param('receipt') ?? '')
  const isLeft = c.req.query('photo') === 'left'
  const page = await showPage(c, {
    kind: 'report-receipt',
    fresh: c.req.query('sent') === '1',
    ...followed,
    photo: hasPhoto ? 'kept' : isLeft ? 'left_out' : null,
    authority: await authorityView(deps, place),
  })
  // The address is the key: nobody keeps it, indexes it, or tells it on.
  page.headers.set('x-robots-tag', 'noindex, nofollow')
  page.headers.set('referrer-policy', 'no-referrer')
  return page
}

/** Only receipts that are none are counted: whoever has one reads it. */
async function open(c: C, receipt: string) {
  try {
    return await followReport({ db: c.var.deps.db() }, receipt)
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    const { limits, originOf } = c.var.deps.accounts
    await limits.take('invitation', originOf(c.req.raw.headers).network)
    throw error
  }
}
