import { listSeen, listVisits, readVisit, sumVisits } from '../../../db/queries/retail.ts'
import { formatOn } from '../../copy/format.ts'
import {
  RETAIL_KIND_NAMES,
  RETAIL_VERDICT_NAMES,
  RETAIL_COPY as W,
  YES_NO_NAMES,
} from '../../copy/portal/retail.ts'
import type { WrittenColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import { targetOfPlace } from '../codes/target-of.ts'
import type { Reading, VerbContext } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { type ExportedFile, type ListRows, listFile } from '../exports/list-file.ts'
import { boundsOf, ownTarget, requireAny } from '../guard/authorise.ts'
import { opener } from '../guard/opener.ts'

export type VisitItem = Awaited<ReturnType<typeof listVisits>>[number]

/** Visits in the actor's place, newest first. */
export async function readVisits(ctx: Reading, asked: PageAsked): Promise<Page<VisitItem>> {
  const bounds = boundsOf(ctx, 'retail.read')
  return listPage(asked, { visitedOn: 'text', id: 'text' }, (page) =>
    listVisits(ctx.db, { bounds, ...page }),
  )
}

/** What was counted in the actor's place, by shop or by commune. */
export function readSums(ctx: Reading, by: 'shop' | 'commune') {
  return sumVisits(ctx.db, { bounds: boundsOf(ctx, 'retail.read'), by })
}

const open = opener({
  read: readVisit,
  target: ({ visit }) => targetOfPlace(visit),
  noun: W.noun,
})

/** One visit with its products; any outside the actor's place is simply not there. */
export async function showVisit(ctx: Reading, id: string) {
  return (await open(ctx, id, 'retail.read')).row
}

const PAGE = 200

const COLUMNS = [
  { heading: W.visitedOn.vi, width: 12 },
  { heading: W.kind.vi, width: 14 },
  { heading: W.shop.vi, width: 30 },
  { heading: W.address.vi, width: 30 },
  { heading: W.commune.vi, width: 22 },
  { heading: W.products.vi, width: 30 },
  { heading: W.withQr.vi, width: 10 },
  { heading: W.verdict.vi, width: 20 },
  { heading: W.complete.vi, width: 14 },
  { heading: W.authority.vi, width: 30 },
] as const

/** Every product seen in the actor's place, a row each, as a workbook. */
export function exportVisits(ctx: VerbContext): Promise<ExportedFile> {
  return workbook(ctx, { columns: COLUMNS, rows: rowsOf(ctx), by: 'visit' })
}

const SUM_COLUMNS = [
  { heading: W.visits.vi, width: 10 },
  { heading: W.seen.vi, width: 12 },
  { heading: W.withQr.vi, width: 10 },
  { heading: W.genuine.vi, width: 10 },
  { heading: W.forged.vi, width: 10 },
  { heading: W.completeSum.vi, width: 14 },
] as const

/** What was counted, by shop or by commune, as a workbook. */
export function exportSums(ctx: VerbContext, by: 'shop' | 'commune'): Promise<ExportedFile> {
  const shop = { heading: W.shop.vi, width: 30 }
  const commune = { heading: W.commune.vi, width: 22 }
  const columns = by === 'shop' ? [shop, commune, ...SUM_COLUMNS] : [commune, ...SUM_COLUMNS]
  return workbook(ctx, { columns, rows: sumRows(ctx, by), by })
}

async function workbook(
  ctx: VerbContext,
  of: {
    readonly columns: readonly WrittenColumn[]
    readonly rows: ListRows
    readonly by: 'visit' | 'shop' | 'commune'
  },
): Promise<ExportedFile> {
  const { columns, rows, by } = of
  requireAny(ctx, 'retail.read')
  const file = await listFile({
    name: `kiem-tra-noi-ban-${vietnamDateOf(ctx.now())}`,
    ...{ format: 'xlsx', sheetName: W.sheet.vi, columns, rows },
  })
  await change(ctx, {
    may: 'retail.read',
    target: ownTarget(ctx),
    audit: { action: 'retail.export', entityId: 'all', after: { by } },
  })
  return file
}

async function* sumRows(ctx: Reading, by: 'shop' | 'commune'): ListRows {
  const rows = await readSums(ctx, by)
  yield rows.map((row) => [
    row.name ?? W.noCommune.vi,
    ...(by === 'shop' ? [row.commune ?? W.noCommune.vi] : []),
    ...[row.visits, row.seen, row.withQr, row.genuine, row.forged, row.complete],
  ])
}

async function* rowsOf(ctx: Reading): ListRows {
  const bounds = boundsOf(ctx, 'retail.read')
  let after: { visitedOn: string; id: string } | null = null
  for (;;) {
    const page = await listSeen(ctx.db, { bounds, after, limit: PAGE })
    const last = page.at(-1)?.visit
    if (last === undefined) return
    yield page.map(({ visit, item, authority }) => [
      formatOn(visit.visitedOn, 'vi'),
      RETAIL_KIND_NAMES[visit.kind].vi,
      visit.shop,
      visit.address ?? '',
      visit.communeName ?? '',
      item.product,
      YES_NO_NAMES[item.qrPresent ? 'yes' : 'no'].vi,
      RETAIL_VERDICT_NAMES[item.verdict].vi,
      item.dataComplete === null ? '' : YES_NO_NAMES[item.dataComplete ? 'yes' : 'no'].vi,
      authority ?? '',
    ])
    after = { visitedOn: last.visitedOn, id: last.id }
  }
}
