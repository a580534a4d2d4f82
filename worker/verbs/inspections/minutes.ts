import type { InspectionRow } from '../../../db/queries/inspections.ts'
import type { OutboxRecord } from '../outbox/outbox-record.ts'
import type { InspectedSite } from './find-site.ts'
import type { InspectionBody } from './inspection-body-schema.ts'

/** Minutes that can be stored, with what they are about. */
export type Minutes = {
  readonly record: OutboxRecord<InspectionBody>
  readonly site: InspectedSite
  readonly row: Omit<InspectionRow, 'secondOf'>
}
