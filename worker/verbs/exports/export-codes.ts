import * as z from 'zod'
import { listProvinces } from '../../../db/queries/accounts-places.ts'
import { type ExportFilter, readExportRows } from '../../../db/queries/exports.ts'
import { EXPORT_REFUSALS } from '../../copy/refusals/exports.ts'
import { PLACE_REFUSALS } from '../../copy/refusals/places.ts'
import { CODE_STATUSES, SITE_KINDS } from '../../domain/lists/vocabulary/code-terms.ts'
import { marketOf } from '../../domain/lists/vocabulary/markets.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { everyPage } from '../documents/every-page.ts'
import { boundsOf } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { CODE_LIST_COLUMNS, CODE_LIST_SHEET, type ListedMarket } from './code-columns.ts'
import { codeListRows } from './code-list-rows.ts'
import { exportList } from './export-list.ts'
import { EXPORT_FORMATS, type ExportedFile, type ExportFormat, type ListRows } from './list-file.ts'

export { EXPORT_FORMATS, type ExportFormat }

const blank = z
  .string()
  .nullish()
  .transform((text) => (text == null || text.trim() === '' ? null : text.trim()))

/** What a list is narrowed by, as typed; blank leaves a filter out. */
export const exportInput = z.object({
  format: z.enum(EXPORT_FORMATS),
  /** A province by its code or name. */
  province: blank,
  kind: blank,
  crop: blank,
  market: blank,
  status: blank,
})

export type ExportInput = z.input<typeof exportInput>

/** Codes read in one round trip. */
const CODES_PER_READ = 400

/**
 * The register as a list that can be sent on, mended and read in again: a row for each code and
 * market, in the order of codes, only of the place the caller may see. The same register gives the
 * same bytes. A workbook holds at most a fixed number of rows; throws `payload_too_large`
 * beyond, while a CSV has no end.
 */
export async function exportCodes({ ctx, input }: Call<ExportInput>): Promise<ExportedFile> {
  const bounds = boundsOf(ctx, 'exports.read')
  const asked = parseInput(exportInput, input)
  const { format } = asked
  const { filter, status } = await filterOf(ctx, asked)
  const place = bounds?.kind === 'place' ? bounds : null
  const narrowed: ExportFilter = {
    ...filter,
    provinceCode: place?.provinceCode ?? filter.provinceCode,
    communeCode: place?.communeCode ?? null,
  }
  const nothing = place !== null && isElsewhere(filter.provinceCode, place.provinceCode)
  return exportList(ctx, {
    name: `danh-sach-ma-so-${vietnamDateOf(ctx.now())}`,
    ...{ format, sheetName: CODE_LIST_SHEET, columns: CODE_LIST_COLUMNS },
    rows: nothing ? noRows() : readRows(ctx, narrowed, status),
    may: 'exports.read',
    audit: {
      ...{ action: 'codes.export', entity: 'code', entityId: 'all' },
      after: { format, ...narrowed, status },
    },
  })
}

function isElsewhere(asked: string | null, own: string): boolean {
  return asked !== null && asked !== own
}

async function* noRows(): ListRows<never> {}

async function* readRows(
  ctx: VerbContext,
  filter: ExportFilter,
  status: string | null,
): ListRows<ListedMarket> {
  const today = vietnamDateOf(ctx.now())
  const { market } = filter
  const pages = everyPage({
    size: CODES_PER_READ,
    read: (after: string | null) =>
      readExportRows(ctx.db, { filter, after: after ?? '', limit: CODES_PER_READ }),
    keyOf: ({ code }) => code,
  })
  for await (const codes of pages) {
    yield codes.flatMap((row) => codeListRows(row, { market, status, today }))
  }
}

async function filterOf(
  ctx: VerbContext,
  asked: z.output<typeof exportInput>,
): Promise<{ filter: ExportFilter; status: string | null }> {
  const market = asked.market === null ? null : marketOf(asked.market)
  if (asked.market !== null && market === null) throw invalidField('market', EXPORT_REFUSALS.market)
  const status = asked.status === null ? null : CODE_STATUSES.find(asked.status)
  if (asked.status !== null && status === null) throw invalidField('status', EXPORT_REFUSALS.status)
  const kind = asked.kind === null ? null : (SITE_KINDS.find(asked.kind) ?? asked.kind)
  const cropFolded = asked.crop === null ? null : foldVietnamese(asked.crop)
  const provinceCode = asked.province === null ? null : await provinceOf(ctx, asked.province)
  return { filter: { provinceCode, communeCode: null, kind, cropFolded, market }, status }
}

async function provinceOf(ctx: VerbContext, typed: string): Promise<string> {
  const bare = (name: string) => foldVietnamese(name).replace(/^(?:tinh|thanh pho) /, '')
  const provinces = await listProvinces(ctx.db)
  const found = provinces.find(({ code, name }) => code === typed || bare(name) === bare(typed))
  if (found === undefined) throw invalidField('province', PLACE_REFUSALS.provinceGone)
  return found.code
}
