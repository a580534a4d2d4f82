import {
  listMinistryLists,
  listSentRequests,
  readMinistryList,
} from '../../../db/queries/ministry-lists.ts'
import { MINISTRY_COPY as W } from '../../copy/portal/ministry-lists.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { DatedReading } from '../context.ts'
import { listPage, type PageAsked } from '../documents/list-page.ts'
import { mayDo, requirePermission } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import { listBounds } from './waiting-codes.ts'

/** Lists that were sent, a page of them. */
export async function readMinistryLists(ctx: DatedReading, asked: PageAsked) {
  return listPage(asked, { createdAt: 'whole', id: 'text' }, (page) =>
    listMinistryLists(ctx.db, { bounds: listBounds(ctx), ...page }),
  )
}

/** A list that the actor may do it to; one of another province is simply not there. */
export async function openMinistryList(ctx: DatedReading, id: string, to: Permission) {
  const bounds = listBounds(ctx)
  const row = await readMinistryList(ctx.db, id)
  const isTheirs = bounds === null || row?.provinceCode === bounds.provinceCode
  if (row === null || !isTheirs) throw notFound(W.noun)
  const place = { provinceCode: row.provinceCode, communeCode: null }
  const target = row.provinceCode === null ? null : { organisationId: null, place }
  if (to !== 'exports.read') requirePermission(ctx, to, target)
  return { row, target }
}

/** A list with what became of each of its codes by today. */
export async function showMinistryList(ctx: DatedReading, id: string) {
  const opened = await openMinistryList(ctx, id, 'exports.read')
  const items = await listSentRequests(ctx.db, { listId: id, day: vietnamDateOf(ctx.now()) })
  const waiting = items.filter(({ status }) => status === 'pending_foreign_approval').length
  return {
    ...opened,
    items,
    waiting,
    mayDecide: mayDo(ctx.actor, 'codes.decide', opened.target),
    mayTakeBack: mayDo(ctx.actor, 'codes.grant', opened.target),
  }
}

export type ShownMinistryList = Awaited<ReturnType<typeof showMinistryList>>
