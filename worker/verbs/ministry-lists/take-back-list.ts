import { listStands, withdrawMinistryList } from '../../../db/queries/ministry-lists.ts'
import { MINISTRY_COPY as W } from '../../copy/portal/ministry-lists.ts'
import { MINISTRY_TAKING_BACK } from '../../resources/ministry-list.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { actorText } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'
import { openMinistryList } from './open-list.ts'

/** Takes back that a list was sent: it stays to be read, and its codes wait to be sent again. */
export async function takeBackMinistryList({ ctx, input }: Filled): Promise<void> {
  const { id, texts } = input
  const { row, target } = await openMinistryList(ctx, id, 'codes.grant')
  const { reason } = parseInput(inputOf(MINISTRY_TAKING_BACK), texts)
  const already = () => conflict(W.takenBackAlready)
  if (row.withdrawnAt !== null) throw already()
  await change(ctx, {
    may: 'codes.grant',
    target,
    guards: [{ holds: listStands(id), refusal: already }],
    statements: withdrawMinistryList(ctx.db, {
      ...{ id, withdrawnAt: ctx.now(), withdrawnBy: actorText(ctx.actor), withdrawnWhy: reason },
    }),
    audit: {
      action: 'ministry_list.take_back',
      entityId: id,
      before: { documentNo: row.documentNo, sentOn: row.sentOn, rows: row.rowsTotal },
      reason,
    },
    receipt: { id },
  })
}
