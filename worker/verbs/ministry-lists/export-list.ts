import { readOrganisation } from '../../../db/queries/organisations.ts'
import type { MinistryRow } from '../../domain/ministry-lists/ministry-row.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import type { ExportedFile, ExportFormat } from '../exports/list-file.ts'
import { ownTarget } from '../guard/authorise.ts'
import { ministryFile } from './list-file.ts'
import { openMinistryList } from './open-list.ts'
import { ministryRow, readAllWaiting } from './waiting-codes.ts'

/** The codes that wait to be sent, as the file that goes along; more than a list holds come next time. */
export async function exportWaiting(
  ctx: VerbContext,
  { market, format }: { readonly market: string | null; readonly format: ExportFormat },
): Promise<ExportedFile> {
  const items = await readAllWaiting(ctx, { market, to: 'exports.read' })
  const authorityId = authorityOf(ctx.actor)
  const own = authorityId === null ? null : await readOrganisation(ctx.db, authorityId)
  return exported(ctx, {
    ...{ format, id: 'waiting', rows: items.map(ministryRow) },
    name: `de-nghi-phe-duyet-ma-so-${vietnamDateOf(ctx.now())}`,
    about: { authority: own?.name ?? '', documentNo: null, sentOn: null },
  })
}

/** A list as it was sent, whatever has become of its codes since. */
export async function exportSentList(
  ctx: VerbContext,
  { id, format }: { readonly id: string; readonly format: ExportFormat },
): Promise<ExportedFile> {
  const { row } = await openMinistryList(ctx, id, 'exports.read')
  const { rows, documentNo, sentOn, authority } = row
  return exported(ctx, {
    ...{ format, id, rows, name: `danh-sach-gui-bo-${sentOn}` },
    about: { authority: authority ?? '', documentNo, sentOn },
  })
}

async function exported(
  ctx: VerbContext,
  given: Parameters<typeof ministryFile>[0] & {
    readonly id: string
    readonly rows: readonly MinistryRow[]
  },
): Promise<ExportedFile> {
  const { id, ...file } = given
  const { format, rows } = given
  await change(ctx, {
    may: 'exports.read',
    target: ownTarget(ctx),
    audit: { action: 'ministry_list.export', entityId: id, after: { format, rows: rows.length } },
  })
  return ministryFile(file)
}
