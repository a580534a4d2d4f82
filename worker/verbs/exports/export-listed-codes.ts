import { readExportRowsOf } from '../../../db/queries/exports.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { type CodeListQuery, pagesOfCodes } from '../codes/list-codes.ts'
import type { Call, VerbContext } from '../context.ts'
import { CODE_LIST_COLUMNS, CODE_LIST_SHEET, type ListedMarket } from './code-columns.ts'
import { codeListRows } from './code-list-rows.ts'
import { exportList } from './export-list.ts'
import type { ExportedFile, ExportFormat, ListRows } from './list-file.ts'

/**
 * The codes of a list as it is narrowed and ordered on the screen, as a file that can be read in
 * again: a row for each code and market.
 */
export function exportListedCodes({
  ctx,
  input: { format, query },
}: Call<{ readonly format: ExportFormat; readonly query: CodeListQuery }>): Promise<ExportedFile> {
  return exportList(ctx, {
    name: `danh-sach-ma-so-${vietnamDateOf(ctx.now())}`,
    ...{ format, sheetName: CODE_LIST_SHEET, columns: CODE_LIST_COLUMNS },
    rows: rowsOf(ctx, query),
    may: 'exports.read',
    audit: {
      ...{ action: 'codes.export', entity: 'code', entityId: 'all' },
      after: { format, ...query },
    },
  })
}

async function* rowsOf(ctx: VerbContext, query: CodeListQuery): ListRows<ListedMarket> {
  const today = vietnamDateOf(ctx.now())
  const { market, status } = query
  for await (const codes of pagesOfCodes(ctx, query)) {
    const rows = await readExportRowsOf(ctx.db, codes)
    yield rows.flatMap((row) => codeListRows(row, { market, status, today }))
  }
}
