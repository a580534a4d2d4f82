import { listLines, type PurchaseLineItem } from '../../../db/queries/purchase-reports.ts'
import type { PurchaseSum } from '../../../db/queries/purchase-sums.ts'
import { formatOn } from '../../copy/format.ts'
import { periodName } from '../../copy/portal/period-name.ts'
import { PURCHASE_FLAG_NAMES, PURCHASE_COPY as W } from '../../copy/portal/purchase.ts'
import { PURCHASES_COPY as P } from '../../copy/portal/purchases.ts'
import { cropName } from '../../domain/crops/crop-key.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import type { WrittenCell } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { destinationName, PURCHASE_REPORT } from '../../resources/purchase.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { everyPage } from '../documents/every-page.ts'
import {
  type ExportedFile,
  type ExportFormat,
  type ListRows,
  listFile,
} from '../exports/list-file.ts'
import { boundsOf, ownTarget } from '../guard/authorise.ts'
import { daysOfMonths, type MonthsTyped, readPurchaseSums } from './purchase-sums.ts'

const PAGE = 500

const SUM_COLUMNS = [
  { heading: W.period.vi, width: 26 },
  { heading: P.commune.vi, width: 24 },
  { heading: W.crop.vi, width: 20 },
  { heading: W.destination.vi, width: 18 },
  { heading: W.boughtKg.vi, width: 16 },
  { heading: W.soldKg.vi, width: 16 },
  { heading: P.reporters.vi, width: 14 },
  { heading: P.codes.vi, width: 10 },
] as const

/** The sums by commune, crop, market and period as a file. */
export async function exportPurchaseSums(
  ctx: VerbContext,
  asked: MonthsTyped & { readonly format: ExportFormat },
): Promise<ExportedFile> {
  const { lines } = await readPurchaseSums(ctx, { ...asked, by: 'all' })
  const file = await listFile({
    name: `thu-mua-tong-hop-${vietnamDateOf(ctx.now())}`,
    ...{ format: asked.format, sheetName: P.sumSheet.vi, columns: SUM_COLUMNS },
    rows: once(lines.map(sumCells)),
  })
  await note(ctx, { of: 'sums', count: lines.length })
  return file
}

function sumCells(sum: PurchaseSum): WrittenCell[] {
  const { fromOn, toOn, communeName, communeCode, crop, destination } = sum
  return [
    fromOn === null || toOn === null ? '' : periodName({ fromOn, toOn }).vi,
    communeName ?? communeCode ?? '',
    crop === null ? '' : cropName(crop).vi,
    destination === null ? P.notSaid.vi : destinationName(destination).vi,
    ...[sum.boughtKg, sum.soldKg, sum.reporters, sum.codes],
  ]
}

const LINE_COLUMNS = [
  { heading: W.fromOn.vi, width: 12 },
  { heading: W.toOn.vi, width: 14 },
  { heading: W.organisation.vi, width: 32 },
  { heading: W.code.vi, width: 26 },
  { heading: P.site.vi, width: 30 },
  { heading: P.commune.vi, width: 24 },
  { heading: W.crop.vi, width: 20 },
  { heading: W.boughtKg.vi, width: 16 },
  { heading: W.soldKg.vi, width: 16 },
  { heading: W.destination.vi, width: 18 },
  { heading: W.counterpart.vi, width: 28 },
  { heading: P.flags.vi, width: 30 },
] as const

/** Every line that counts as a file. */
export async function exportPurchaseLines(
  ctx: VerbContext,
  asked: MonthsTyped & { readonly format: ExportFormat },
): Promise<ExportedFile> {
  const days = daysOfMonths(ctx, asked)
  const file = await listFile({
    name: `thu-mua-${vietnamDateOf(ctx.now())}`,
    ...{ format: asked.format, sheetName: P.lineSheet.vi, columns: LINE_COLUMNS },
    rows: linesOf(ctx, days),
  })
  await note(ctx, { of: 'lines', count: null })
  return file
}

async function* linesOf(ctx: VerbContext, days: Days): ListRows {
  const bounds = boundsOf(ctx, 'purchases.read')
  const asked = { bounds, days, onlyFlagged: false, limit: PAGE }
  const pages = everyPage({
    size: PAGE,
    read: (after: { toOn: string; id: string } | null) => listLines(ctx.db, { ...asked, after }),
    keyOf: ({ toOn, id }) => ({ toOn, id }),
  })
  for await (const page of pages) yield page.map(lineCells)
}

function lineCells(line: PurchaseLineItem): WrittenCell[] {
  const { fromOn, toOn, reporter, code, siteName, communeName, cropName: crop } = line
  const { boughtKg, soldKg, destination, counterpart, flags } = line
  return [
    ...[formatOn(fromOn, 'vi'), formatOn(toOn, 'vi'), reporter, code, siteName],
    ...[communeName ?? '', crop, boughtKg, soldKg],
    destination === null ? '' : destinationName(destination).vi,
    counterpart ?? '',
    flags.map((flag) => PURCHASE_FLAG_NAMES[flag].vi).join(', '),
  ]
}

async function* once(rows: readonly (readonly WrittenCell[])[]): ListRows {
  yield rows
}

/** Who took figures along stands in the log. */
async function note(
  ctx: VerbContext,
  told: { readonly of: 'sums' | 'lines'; readonly count: number | null },
): Promise<void> {
  await change(ctx, {
    may: 'purchases.read',
    target: ownTarget(ctx),
    audit: {
      action: 'purchase.export',
      entity: PURCHASE_REPORT.entity,
      entityId: told.of,
      after: told.count === null ? {} : { count: told.count },
    },
  })
}
