import type { SiteListRow } from '../../../db/queries/sites-list.ts'
import { LIST_FILE_COLUMNS as H, LIST_FILE_SHEETS } from '../../copy/portal/list-tools.ts'
import type { ListColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Call } from '../context.ts'
import { pagesOfSites, type SiteQuery } from '../sites/list-sites.ts'
import { exportList } from './export-list.ts'
import type { ExportedFile, ExportFormat } from './list-file.ts'

const COLUMNS: readonly ListColumn<SiteListRow>[] = [
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
export function exportSites({
  ctx,
  input: { format, query },
}: Call<{
  readonly format: ExportFormat
  readonly query: Omit<SiteQuery, 'cursor'>
}>): Promise<ExportedFile> {
  return exportList(ctx, {
    name: `danh-sach-noi-san-xuat-${vietnamDateOf(ctx.now())}`,
    ...{ format, sheetName: LIST_FILE_SHEETS.sites, columns: COLUMNS },
    rows: pagesOfSites(ctx, query),
    may: 'exports.read',
    audit: {
      ...{ action: 'sites.export', entity: 'site', entityId: 'all' },
      after: { format, ...query },
    },
  })
}

function listed(json: string): string {
  return (JSON.parse(json) as string[]).join(', ')
}
