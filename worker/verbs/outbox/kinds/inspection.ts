import {
  inspectionBodySchema,
  photosOfInspection,
} from '../../inspections/inspection-body-schema.ts'
import { recordInspection } from '../../inspections/record-inspection.ts'
import { outboxKind } from '../outbox-record.ts'

/** The minutes of an inspection, signed on the device. */
export const INSPECTION = outboxKind({
  kind: 'inspection',
  sinceVersion: 1,
  body: inspectionBodySchema,
  photosOf: photosOfInspection,
  may: 'inspections.write',
  byMachines: false,
  entity: 'inspection',
  store: (ctx, record) => recordInspection(ctx, record),
})
