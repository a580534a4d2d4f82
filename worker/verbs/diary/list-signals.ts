import { listSignals, type SignalRow } from '../../../db/queries/diary-signals.ts'
import type { Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'

/** What was found about entries of one's places, the latest first: for who checks diaries. */
export async function readSignals(ctx: Reading, asked: PageAsked): Promise<Page<SignalRow>> {
  const bounds = boundsOf(ctx, 'diary.verify')
  return listPage(asked, { recordedAt: 'whole', id: 'text' }, (page) =>
    listSignals(ctx.db, { bounds, ...page }),
  )
}
