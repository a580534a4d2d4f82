import { type ForeignRequestItem, listWaitingAbroad } from '../../../db/queries/ministry-lists.ts'
import { MINISTRY_COPY as W } from '../../copy/portal/ministry-lists.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { type MinistryRow, MOST_MINISTRY_ROWS } from '../../domain/ministry-lists/ministry-row.ts'
import { isMarket } from '../../lib/markets.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { applicationNumber } from '../applications/open-application.ts'
import type { DatedReading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'

/** Where the actor reads lists; they are offices' alone. */
export function listBounds(
  ctx: DatedReading,
  to: Permission = 'exports.read',
): Exclude<Bounds, { readonly kind: 'organisation' }> {
  const bounds = boundsOf(ctx, to)
  if (bounds?.kind === 'organisation') throw notFound(W.noun)
  return bounds
}

/** A market as an address asks for it; null for all. */
export function marketAsked(typed: string | undefined): string | null {
  return typed !== undefined && isMarket(typed) ? typed : null
}

/** Codes that wait to be sent, a page of them, the longest first. */
export async function readWaitingCodes(
  ctx: DatedReading,
  asked: PageAsked & { readonly market: string | null },
): Promise<Page<ForeignRequestItem>> {
  const { market } = asked
  return listPage(asked, { createdAt: 'whole', id: 'text' }, (page) =>
    listWaitingAbroad(ctx.db, {
      ...{ bounds: listBounds(ctx), market, day: vietnamDateOf(ctx.now()) },
      ...page,
    }),
  )
}

/** All that wait, up to one more than a list may have. */
export function readAllWaiting(
  ctx: DatedReading,
  { market, to }: { readonly market: string | null; readonly to: Permission },
): Promise<readonly ForeignRequestItem[]> {
  return listWaitingAbroad(ctx.db, {
    ...{ bounds: listBounds(ctx, to), market, day: vietnamDateOf(ctx.now()), after: null },
    limit: MOST_MINISTRY_ROWS + 1,
  })
}

/** A row as a list says it. */
export function ministryRow(item: ForeignRequestItem): MinistryRow {
  const { code, market, siteName, holderName, hamlet, communeName, provinceName } = item
  const { areaHa, householdCount, crops, handedInOn, documentNo } = item
  return {
    application: applicationNumber(item),
    kindName: item.kindName,
    ...{ code, market, siteName, holderName, hamlet, communeName, provinceName },
    ...{ areaHa, householdCount, crops, handedInOn, documentNo },
    approvedOn: item.issuedOn,
  }
}
