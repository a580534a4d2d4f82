import type { InspectionRow } from '../../../db/queries/inspections.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { AuditEntry } from '../change.ts'
import type { OutboxRecord } from '../outbox/outbox-record.ts'
import type { InspectedSite } from './find-site.ts'
import type { InspectionBody } from './inspection-body-schema.ts'

/** Minutes that can be stored, with what they are about. */
export type Minutes = {
  readonly record: OutboxRecord<InspectionBody>
  readonly site: InspectedSite
  readonly row: Omit<InspectionRow, 'secondOf'>
}

/** What a part of minutes writes, and what the log says of it. */
export type Written = {
  readonly statements: readonly Statement[]
  readonly audit: readonly AuditEntry[]
}
