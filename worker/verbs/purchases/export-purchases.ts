import { listLines, type PurchaseLineItem } from '../../../db/queries/purchase-reports.ts'
import type { PurchaseSum } from '../../../db/queries/purchase-sums.ts'
import { formatOn } from '../../copy/format.ts'
import { periodName } from '../../copy/portal/period-name.ts'
import { PURCHASE_FLAG_NAMES, PURCHASE_COPY as W } from '../../copy/portal/purchase.ts'
import { PURCHASES_COPY as P } from '../../copy/portal/purchases.ts'
import { cropName } from '../../domain/crops/crop-key.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import type { ListColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { once } from '../../lib/steps/once.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { destinationName, PURCHASE_REPORT } from '../../resources/purchase.ts'
import type { VerbContext } from '../context.ts'
import { everyPage } from '../documents/every-page.ts'
import { exportList } from '../exports/export-list.ts'
import type { ExportedFile, ExportFormat, ListRows } from '../exports/list-file.ts'
import { boundsOf } from '../guard/authorise.ts'
import { daysOfMonths, type MonthsTyped, readPurchaseSums } from './purchase-sums.ts'

const PAGE = 500

const SUM_COLUMNS: readonly ListColumn<PurchaseSum>[] = [
  { heading: W.period.vi, width: 26, cell: periodOf },
  {
    heading: P.commune.vi,
    width: 24,
    cell: ({ communeName, communeCode }) => communeName ?? communeCode ?? '',
  },
  { heading: W.crop.vi, width: 20, cell: ({ crop }) => (crop === null ? '' : cropName(crop).vi) },
  {
    heading: W.destination.vi,
    width: 18,
    cell: ({ destination }) =>
      destination === null ? P.notSaid.vi : destinationName(destination).vi,
  },
  { heading: W.boughtKg.vi, width: 16, cell: ({ boughtKg }) => boughtKg },
  { heading: W.soldKg.vi, width: 16, cell: ({ soldKg }) => soldKg },
  { heading: P.reporters.vi, width: 14, cell: ({ reporters }) => reporters },
  { heading: P.codes.vi, width: 10, cell: ({ codes }) => codes },
]

/** The sums by commune, crop, market and period as a file. */
export async function exportPurchaseSums(
  ctx: VerbContext,
  asked: MonthsTyped & { readonly format: ExportFormat },
): Promise<ExportedFile> {
  const { lines } = await readPurchaseSums(ctx, { ...asked, by: 'all' })
  return exportList(ctx, {
    name: `thu-mua-tong-hop-${vietnamDateOf(ctx.now())}`,
    ...{ format: asked.format, sheetName: P.sumSheet.vi, columns: SUM_COLUMNS },
    rows: once(lines),
    may: 'purchases.read',
    audit: { ...taken('sums'), after: { count: lines.length } },
  })
}

function periodOf({ fromOn, toOn }: PurchaseSum): string {
  return fromOn === null || toOn === null ? '' : periodName({ fromOn, toOn }).vi
}

const LINE_COLUMNS: readonly ListColumn<PurchaseLineItem>[] = [
  { heading: W.fromOn.vi, width: 12, cell: ({ fromOn }) => formatOn(fromOn, 'vi') },
  { heading: W.toOn.vi, width: 14, cell: ({ toOn }) => formatOn(toOn, 'vi') },
  { heading: W.organisation.vi, width: 32, cell: ({ reporter }) => reporter },
  { heading: W.code.vi, width: 26, cell: ({ code }) => code },
  { heading: P.site.vi, width: 30, cell: ({ siteName }) => siteName },
  { heading: P.commune.vi, width: 24, cell: ({ communeName }) => communeName ?? '' },
  { heading: W.crop.vi, width: 20, cell: ({ cropName: crop }) => crop },
  { heading: W.boughtKg.vi, width: 16, cell: ({ boughtKg }) => boughtKg },
  { heading: W.soldKg.vi, width: 16, cell: ({ soldKg }) => soldKg },
  {
    heading: W.destination.vi,
    width: 18,
    cell: ({ destination }) => (destination === null ? '' : destinationName(destination).vi),
  },
  { heading: W.counterpart.vi, width: 28, cell: ({ counterpart }) => counterpart ?? '' },
  {
    heading: P.flags.vi,
    width: 30,
    cell: ({ flags }) => flags.map((flag) => PURCHASE_FLAG_NAMES[flag].vi).join(', '),
  },
]

/** Every line that counts as a file. */
export async function exportPurchaseLines(
  ctx: VerbContext,
  asked: MonthsTyped & { readonly format: ExportFormat },
): Promise<ExportedFile> {
  const days = daysOfMonths(ctx, asked)
  return exportList(ctx, {
    name: `thu-mua-${vietnamDateOf(ctx.now())}`,
    ...{ format: asked.format, sheetName: P.lineSheet.vi, columns: LINE_COLUMNS },
    rows: linesOf(ctx, days),
    may: 'purchases.read',
    audit: { ...taken('lines'), after: {} },
  })
}

function linesOf(ctx: VerbContext, days: Days): ListRows<PurchaseLineItem> {
  const bounds = boundsOf(ctx, 'purchases.read')
  const asked = { bounds, days, onlyFlagged: false, limit: PAGE }
  return everyPage({
    size: PAGE,
    read: (after: { toOn: string; id: string } | null) => listLines(ctx.db, { ...asked, after }),
    keyOf: ({ toOn, id }) => ({ toOn, id }),
  })
}

/** Who took figures along stands in the log. */
function taken(of: 'sums' | 'lines') {
  return { action: 'purchase.export', entity: PURCHASE_REPORT.entity, entityId: of } as const
}
