import type { VerbContext } from '../../context.ts'
import { type ReportBody, reportBodySchema } from '../../reports/report-body-schema.ts'
import { type ReportDeps, reportFromApp } from '../../reports/report-from-app.ts'
import { photoMissing } from '../outbox-problems.ts'
import { type OutboxRecord, outboxKind, type StoredAs } from '../outbox-record.ts'

/** What somebody signed in reports of goods or a label, met where there was no signal. */
export const REPORT = outboxKind({
  kind: 'report',
  sinceVersion: 1,
  body: reportBodySchema,
  photosOf: ({ photos = [] }) => photos,
  may: 'reports.make',
  byMachines: false,
  entity: 'report',
  store: storeReport,
})

async function storeReport(
  ctx: VerbContext,
  { id, body, photos }: OutboxRecord<ReportBody>,
  deps: ReportDeps,
): Promise<StoredAs> {
  const [shown] = body.photos ?? []
  if (shown === undefined) return reportFromApp(ctx, { deps, id, body, photo: null })
  const known = photos.find(({ sha256 }) => sha256 === shown)
  const bytes = known === undefined ? null : await deps.files.get(known.storeKey)
  if (known === undefined || bytes === null) throw photoMissing()
  const { storeKey } = known
  return reportFromApp(ctx, { deps, id, body, photo: { bytes, storeKey } })
}
