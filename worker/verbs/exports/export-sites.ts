import type { SiteListRow } from '../../../db/queries/sites-list.ts'
import { LIST_FILE_COLUMNS as H, LIST_FILE_SHEETS } from '../../copy/portal/list-tools.ts'
import type { WrittenCell, WrittenColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { ownTarget, requireAny } from '../guard/authorise.ts'
import { pagesOfSites, type SiteQuery } from '../sites/list-sites.ts'
import { type ExportedFile, type ExportFormat, type ListRows, listFile } from './list-file.ts'

type Column = WrittenColumn & { readonly cell: (row: SiteListRow) => WrittenCell }

const COLUMNS: readonly Column[] = [
  { heading: H.site, width: 32, cell: ({ name }) => name },
  { heading: H.kind, width: 18, cell: ({ kindVi }) => kindVi },
  { heading: H.holder, width: 32, cell: ({ organisationName }) => organisationName },
  { heading: H.commune, width: 22, cell: ({ communeName }) => communeName },
  { heading: H.province, width: 18, cell: ({ provinceName }) => provinceName },
  { heading: H.crops, width: 24, cell: ({ crops }) => listed(crops) },
  { heading: H.area, width: 14, cell: ({ areaHa }) => areaHa },
  { heading: H.codes, width: 30, cell: ({ codes }) => listed(codes) },
]

/** The places of a list as it is narrowed and ordered on the screen, as a file. */
export async function exportSites({
  ctx,
  input,
}: Call<{
  readonly format: ExportFormat
  readonly query: Omit<SiteQuery, 'cursor'>
}>): Promise<ExportedFile> {
  requireAny(ctx, 'exports.read')
  const { format, query } = input
  const file = await listFile({
    name: `danh-sach-noi-san-xuat-${vietnamDateOf(ctx.now())}`,
    ...{ format, sheetName: LIST_FILE_SHEETS.sites, columns: COLUMNS, rows: rowsOf(ctx, query) },
  })
  await change(ctx, {
    may: 'exports.read',
    target: ownTarget(ctx),
    statements: [],
    audit: [
      { action: 'sites.export', entity: 'site', entityId: 'all', after: { format, ...query } },
    ],
  })
  return file
}

async function* rowsOf(ctx: VerbContext, query: Omit<SiteQuery, 'cursor'>): ListRows {
  for await (const page of pagesOfSites(ctx, query)) {
    yield page.map((row) => COLUMNS.map(({ cell }) => cell(row)))
  }
}

function listed(json: string): string {
  return (JSON.parse(json) as string[]).join(', ')
}
