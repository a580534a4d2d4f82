import { listSeen, listVisits, readVisit, sumVisits } from '../../../db/queries/retail.ts'
import { formatOn } from '../../copy/format.ts'
import {
  RETAIL_KIND_NAMES,
  RETAIL_VERDICT_NAMES,
  RETAIL_COPY as W,
  YES_NO_NAMES,
} from '../../copy/portal/retail.ts'
import type { ListColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { targetOfPlace } from '../codes/target-of.ts'
import type { Reading, VerbContext } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { exportList } from '../exports/export-list.ts'
import type { ExportedFile, ListFile, ListRows } from '../exports/list-file.ts'
import { boundsOf } from '../guard/authorise.ts'
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

type SeenItem = Awaited<ReturnType<typeof listSeen>>[number]

const COLUMNS: readonly ListColumn<SeenItem>[] = [
  { heading: W.visitedOn.vi, width: 12, cell: ({ visit }) => formatOn(visit.visitedOn, 'vi') },
  { heading: W.kind.vi, width: 14, cell: ({ visit }) => RETAIL_KIND_NAMES[visit.kind].vi },
  { heading: W.shop.vi, width: 30, cell: ({ visit }) => visit.shop },
  { heading: W.address.vi, width: 30, cell: ({ visit }) => visit.address ?? '' },
  { heading: W.commune.vi, width: 22, cell: ({ visit }) => visit.communeName ?? '' },
  { heading: W.products.vi, width: 30, cell: ({ item }) => item.product },
  { heading: W.withQr.vi, width: 10, cell: ({ item }) => yesOrNo(item.qrPresent) },
  { heading: W.verdict.vi, width: 20, cell: ({ item }) => RETAIL_VERDICT_NAMES[item.verdict].vi },
  {
    heading: W.complete.vi,
    width: 14,
    cell: ({ item }) => (item.dataComplete === null ? '' : yesOrNo(item.dataComplete)),
  },
  { heading: W.authority.vi, width: 30, cell: ({ authority }) => authority ?? '' },
]

/** Every product seen in the actor's place, a row each, as a workbook. */
export function exportVisits(ctx: VerbContext): Promise<ExportedFile> {
  return workbook(ctx, { columns: COLUMNS, rows: seenItems(ctx), by: 'visit' })
}

type Sum = Awaited<ReturnType<typeof sumVisits>>[number]

const SUM_COLUMNS: readonly ListColumn<Sum>[] = [
  { heading: W.visits.vi, width: 10, cell: ({ visits }) => visits },
  { heading: W.seen.vi, width: 12, cell: ({ seen }) => seen },
  { heading: W.withQr.vi, width: 10, cell: ({ withQr }) => withQr },
  { heading: W.genuine.vi, width: 10, cell: ({ genuine }) => genuine },
  { heading: W.forged.vi, width: 10, cell: ({ forged }) => forged },
  { heading: W.completeSum.vi, width: 14, cell: ({ complete }) => complete },
]

/** What was counted, by shop or by commune, as a workbook. */
export function exportSums(ctx: VerbContext, by: 'shop' | 'commune'): Promise<ExportedFile> {
  const named = ({ name }: Sum) => name ?? W.noCommune.vi
  const commune = { heading: W.commune.vi, width: 22 }
  const first: readonly ListColumn<Sum>[] =
    by === 'commune'
      ? [{ ...commune, cell: named }]
      : [
          { heading: W.shop.vi, width: 30, cell: named },
          { ...commune, cell: (sum) => sum.commune ?? W.noCommune.vi },
        ]
  return workbook(ctx, { columns: [...first, ...SUM_COLUMNS], rows: sumsOf(ctx, by), by })
}

function workbook<T>(
  ctx: VerbContext,
  of: Pick<ListFile<T>, 'columns' | 'rows'> & { readonly by: 'visit' | 'shop' | 'commune' },
): Promise<ExportedFile> {
  const { by, ...list } = of
  return exportList(ctx, {
    ...list,
    name: `kiem-tra-noi-ban-${vietnamDateOf(ctx.now())}`,
    ...{ format: 'xlsx', sheetName: W.sheet.vi },
    may: 'retail.read',
    audit: { action: 'retail.export', entity: 'retail_visit', entityId: 'all', after: { by } },
  })
}

async function* sumsOf(ctx: Reading, by: 'shop' | 'commune'): ListRows<Sum> {
  yield await readSums(ctx, by)
}

async function* seenItems(ctx: Reading): ListRows<SeenItem> {
  const bounds = boundsOf(ctx, 'retail.read')
  let after: { visitedOn: string; id: string } | null = null
  for (;;) {
    const page: readonly SeenItem[] = await listSeen(ctx.db, { bounds, after, limit: PAGE })
    const last = page.at(-1)?.visit
    if (last === undefined) return
    yield page
    after = { visitedOn: last.visitedOn, id: last.id }
  }
}

function yesOrNo(value: boolean): string {
  return YES_NO_NAMES[value ? 'yes' : 'no'].vi
}
