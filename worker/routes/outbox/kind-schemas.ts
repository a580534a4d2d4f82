import { z } from '@hono/zod-openapi'
import { labelChecksInput } from '../../verbs/label-checks/label-checks-input.ts'
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
    z.strictObject({ ...envelope, kind: z.literal('label_checks'), body: labelChecksInput }),
  ])
  .openapi('OutboxItem')
