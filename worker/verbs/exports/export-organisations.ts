import type { OrganisationListRow } from '../../../db/queries/organisation-list.ts'
import { nameIn, ORGANISATION_KINDS } from '../../copy/names.ts'
import { LIST_FILE_COLUMNS as H, LIST_FILE_SHEETS } from '../../copy/portal/list-tools.ts'
import { dayCell, type ListColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Call } from '../context.ts'
import {
  type OrganisationQuery,
  pagesOfOrganisations,
} from '../organisations/read-organisations.ts'
import { exportList } from './export-list.ts'
import type { ExportedFile, ExportFormat } from './list-file.ts'

const COLUMNS: readonly ListColumn<OrganisationListRow>[] = [
  { heading: H.organisation, width: 36, cell: ({ name }) => name },
  { heading: H.kind, width: 18, cell: ({ kind }) => nameIn(ORGANISATION_KINDS, kind, 'vi') },
  { heading: H.commune, width: 22, cell: ({ communeName }) => communeName },
  { heading: H.province, width: 18, cell: ({ provinceName }) => provinceName },
  { heading: H.suspendedOn, width: 14, cell: ({ suspendedOn }) => dayCell(suspendedOn) },
]

/** The organisations of a list as it is narrowed and ordered on the screen, as a file. */
export function exportOrganisations({
  ctx,
  input: { format, query },
}: Call<{
  readonly format: ExportFormat
  readonly query: OrganisationQuery
}>): Promise<ExportedFile> {
  return exportList(ctx, {
    name: `danh-sach-don-vi-${vietnamDateOf(ctx.now())}`,
    ...{ format, sheetName: LIST_FILE_SHEETS.organisations, columns: COLUMNS },
    rows: pagesOfOrganisations(ctx, query),
    may: 'exports.read',
    audit: {
      ...{ action: 'organisations.export', entity: 'organisation', entityId: 'all' },
      after: { format, ...query },
    },
  })
}
