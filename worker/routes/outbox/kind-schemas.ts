import { z } from '@hono/zod-openapi'
import type { OutboxKind } from '../../domain/outbox/outbox-item.ts'
import { correctionBodySchema, entryBodySchema } from '../../verbs/diary/entry-body-schema.ts'
import { inspectionBodySchema } from '../../verbs/inspections/inspection-body-schema.ts'
import { labelChecksInput } from '../../verbs/label-checks/label-checks-input.ts'
import { reportBodySchema } from '../../verbs/reports/report-body-schema.ts'
import { dateSchema } from '../public/schemas.ts'

const instant = z.number().int().openapi({
  description: 'Epoch milliseconds.',
  minimum: -8_640_000_000_000_000,
  maximum: 8_640_000_000_000_000,
})

/** What every record has, whatever its kind. */
const envelope = {
  id: z.string().openapi({
    format: 'uuid',
    description: 'UUID of version 7, given on the device and the record’s for good.',
  }),
  v: z.union([z.number().int().min(0), z.string().min(1).max(40)]).openapi({
    description: 'The version of the app that wrote it.',
  }),
  happenedOn: dateSchema.openapi({ description: 'The day it is about.' }),
  madeAt: instant.openapi({ description: 'By the device’s clock, right or wrong.' }),
  clock: z
    .object({
      offsetMs: instant.openapi({ description: 'What to add to the device’s clock to have ours.' }),
      measuredAt: instant.openapi({ description: 'When it was measured, by the device’s clock.' }),
    })
    .nullable()
    .openapi({ description: 'Null where the device never knew.' }),
}

/** A record by its kind: the body is what differs. */
export const itemSchema = z
  .discriminatedUnion('kind', [
    item('diary_entry', entryBodySchema),
    item('diary_correction', correctionBodySchema),
    item('inspection', inspectionBodySchema),
    item('label_checks', labelChecksInput),
    item('report', reportBodySchema),
  ])
  .openapi('OutboxItem')

function item<K extends OutboxKind, B extends z.ZodType>(kind: K, body: B) {
  return z.strictObject({ ...envelope, kind: z.literal(kind), body })
}

/** As it looks; ids are those of the reader’s own. */
export const ITEM_EXAMPLE = {
  id: '0197731a-5b00-7c4e-9f3a-2b6d8e1f0a57',
  v: 1,
  kind: 'diary_entry',
  happenedOn: '2026-06-15',
  madeAt: 1_781_512_200_000,
  clock: { offsetMs: -1_200, measuredAt: 1_781_508_600_000 },
  body: {
    siteId: 'V1StGXR8_Z5jdHi6B-myT',
    kind: 'irrigation',
    values: { source: 'river', durationHours: { value: '2', unit: 'hour' } },
  },
}
