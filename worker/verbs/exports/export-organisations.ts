import type { OrganisationListRow } from '../../../db/queries/organisation-list.ts'
import { nameIn, ORGANISATION_KINDS } from '../../copy/names.ts'
import { LIST_FILE_COLUMNS as H, LIST_FILE_SHEETS } from '../../copy/portal/list-tools.ts'
import type { WrittenCell, WrittenColumn } from '../../lib/sheet/write/sheet-cells.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { ownTarget, requireAny } from '../guard/authorise.ts'
import {
  type OrganisationQuery,
  pagesOfOrganisations,
} from '../organisations/read-organisations.ts'
import { type ExportedFile, type ExportFormat, type ListRows, listFile } from './list-file.ts'

type Column = WrittenColumn & { readonly cell: (row: OrganisationListRow) => WrittenCell }

const COLUMNS: readonly Column[] = [
  { heading: H.organisation, width: 36, cell: ({ name }) => name },
  { heading: H.kind, width: 18, cell: ({ kind }) => nameIn(ORGANISATION_KINDS, kind, 'vi') },
  { heading: H.commune, width: 22, cell: ({ communeName }) => communeName },
  { heading: H.province, width: 18, cell: ({ provinceName }) => provinceName },
  { heading: H.suspendedOn, width: 14, cell: ({ suspendedOn }) => day(suspendedOn) },
]

/** The organisations of a list as it is narrowed and ordered on the screen, as a file. */
export async function exportOrganisations({
  ctx,
  input,
}: Call<{
  readonly format: ExportFormat
  readonly query: OrganisationQuery
}>): Promise<ExportedFile> {
  requireAny(ctx, 'exports.read')
  const { format, query } = input
  const file = await listFile({
    name: `danh-sach-don-vi-${vietnamDateOf(ctx.now())}`,
    ...{ format, sheetName: LIST_FILE_SHEETS.organisations, columns: COLUMNS },
    rows: rowsOf(ctx, query),
  })
  await change(ctx, {
    may: 'exports.read',
    target: ownTarget(ctx),
    statements: [],
    audit: [
      {
        ...{ action: 'organisations.export', entity: 'organisation', entityId: 'all' },
        after: { format, ...query },
      },
    ],
  })
  return file
}

async function* rowsOf(ctx: VerbContext, query: OrganisationQuery): ListRows {
  for await (const page of pagesOfOrganisations(ctx, query)) {
    yield page.map((row) => COLUMNS.map(({ cell }) => cell(row)))
  }
}

function day(text: string | null): WrittenCell {
  const on = text === null ? null : toCalendarDate(text)
  return on === null ? null : { on }
}
