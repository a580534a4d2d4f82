import {
  insertPurchaseDispute,
  listLines,
  type PurchaseLineItem,
  readPurchaseLine,
} from '../../../db/queries/purchase-reports.ts'
import { fill } from '../../copy/fill.ts'
import { formatQuantity } from '../../copy/format.ts'
import { MY_CODES_COPY } from '../../copy/portal/my-codes.ts'
import { periodName } from '../../copy/portal/period-name.ts'
import { PURCHASE_COPY as W } from '../../copy/portal/purchase.ts'
import { PURCHASES_COPY as P } from '../../copy/portal/purchases.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import { PURCHASE_REPORT } from '../../resources/purchase.ts'
import { inputOf } from '../../resources/resource.ts'
import { actorText, type DatedReading, type Reading } from '../context.ts'
import { listPage, type PageAsked } from '../documents/list-page.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { DISPUTE } from '../own-codes/dispute-use.ts'
import { fileDispute } from '../own-codes/file-dispute.ts'
import { ownHolder } from '../own-codes/own-holder.ts'
import type { Filled } from '../records/filled.ts'
import { daysOfMonths, type MonthsTyped } from './purchase-sums.ts'

/** What was reported through codes of the actor's organisation, by whomever, the latest first. */
export async function readThroughCodes(ctx: DatedReading, asked: MonthsTyped & PageAsked) {
  const bounds = { kind: 'organisation', organisationId: ownHolder(ctx) } as const
  const filter = { bounds, days: daysOfMonths(ctx, asked), onlyFlagged: false }
  return listPage(asked, { toOn: 'text', id: 'text' }, (page) =>
    listLines(ctx.db, { ...filter, ...page }),
  )
}

/** One of those lines; any other is simply not there. */
export async function openOwnLine(ctx: Reading, id: string): Promise<PurchaseLineItem> {
  const holderId = ownHolder(ctx)
  const line = await readPurchaseLine(ctx.db, id)
  if (line === null || line.holderId !== holderId) throw notFound(W.lineNoun)
  if (line.reporterId === holderId) throw conflict(R.ownLine)
  return line
}

/**
 * The holder of a code says that a line should not name it, or not so much: joins the case that is open
 * about the code, or opens one. The line stays as it is until its reporter corrects it.
 */
export async function disputeLine({ ctx, input }: Filled): Promise<{ caseId: string }> {
  const line = await openOwnLine(ctx, input.id)
  const { reason } = parseInput(inputOf(DISPUTE), input.texts)
  if (line.disputedAt !== null) throw conflict(P.disputedAlready)
  if (!line.isStanding) throw conflict(R.gone)
  const { id, codeId, code, holderId, reporterId, reporter, reportId } = line
  const { provinceCode, communeCode } = line
  const said = fill(P.caseSummary.vi, {
    ...{ code, reporter, reason, period: periodName(line).vi },
    kg: formatQuantity({ value: line.boughtKg ?? line.soldKg ?? 0, unit: 'kg' }, 'vi'),
  })
  return fileDispute(ctx, {
    ...{ codeId, holderId, said },
    place: { provinceCode, communeCode },
    title: fill(MY_CODES_COPY.caseTitle.vi, { code, packer: reporter }),
    subjects: [
      { kind: 'code', entityId: codeId, shown: code },
      { kind: 'organisation', entityId: reporterId, shown: reporter },
    ],
    already: P.disputedAlready,
    store: (caseId) => ({
      statement: insertPurchaseDispute(ctx.db, {
        ...{ id, organisationId: holderId, reason, caseId },
        ...{ disputedAt: ctx.now(), actor: actorText(ctx.actor) },
      }),
      audit: {
        action: 'purchase.dispute',
        entity: PURCHASE_REPORT.entity,
        entityId: reportId,
        after: { code, caseId },
        reason,
      },
    }),
  })
}
