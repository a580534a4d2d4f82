import { z } from '@hono/zod-openapi'
import type { EntryKind } from '../../domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryField, FieldType } from '../../domain/diary/entry-kinds/field.ts'
import { MOST_HOUSEHOLDS, MOST_PHOTOS } from '../../domain/diary/parse-entry-body.ts'
import { dateSchema } from '../public/schemas.ts'

const idSchema = z.string().openapi({ minLength: 1, maxLength: 64 })

const about = {
  householdIds: z.array(idSchema).optional().openapi({
    maxItems: MOST_HOUSEHOLDS,
    description: 'For whom it was done, where not for the whole place.',
  }),
  photos: z
    .array(z.string().openapi({ pattern: '^[0-9a-f]{64}$' }))
    .optional()
    .openapi({ maxItems: MOST_PHOTOS, description: 'SHA-256 of photos sent before.' }),
  spoken: z
    .array(z.string().openapi({ maxLength: 64 }))
    .optional()
    .openapi({ maxItems: 40, description: 'Fields that were spoken, not typed.' }),
  confirm: z
    .array(z.string().openapi({ maxLength: 64 }))
    .optional()
    .openapi({ maxItems: 40, description: 'Codes of questions that are answered with yes.' }),
}

/** The body of an entry, by its kind: what each asks follows from its description. */
export const diaryEntrySchema = z
  .discriminatedUnion('kind', entrySchemas())
  .openapi('DiaryEntryBody', {
    description: 'Where a figure hardly can be meant it is refused `needs_confirmation`.',
  })

type EntrySchema = ReturnType<typeof entrySchema>

function entrySchemas(): [EntrySchema, ...EntrySchema[]] {
  const [first, ...others] = Object.keys(ENTRY_KINDS) as EntryKind[]
  if (first === undefined) throw new Error('there is no kind of entry')
  return [entrySchema(first), ...others.map(entrySchema)]
}

function entrySchema(kind: EntryKind) {
  const { fields } = ENTRY_KINDS[kind]
  const values = Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)]))
  const isNeeded = fields.some(({ asked }) => asked === 'required')
  const all = z.strictObject(values)
  return z
    .strictObject({
      siteId: idSchema.openapi({ description: 'The growing area, packing house, pond or barn.' }),
      kind: z.literal(kind),
      values: isNeeded ? all : all.optional(),
      ...about,
      seasonId: idSchema.nullish(),
      onBehalfOf: z.string().nullish().openapi({ maxLength: 120 }),
    })
    .openapi(`DiaryEntry_${kind}`)
}

/** What an entry should have said, whole, or that it was never so. */
export const diaryCorrectionSchema = z
  .object({
    entryId: idSchema,
    reason: z.string().openapi({ minLength: 1, maxLength: 500, description: 'Public.' }),
    takeBack: z.boolean().optional().openapi({ description: 'True: it was never so.' }),
    occurredOn: dateSchema.optional(),
    values: z
      .record(z.string(), z.unknown())
      .optional()
      .openapi({ description: 'All of what it says, as in an entry of its kind.' }),
    ...about,
  })
  .openapi('DiaryCorrectionBody')

function fieldSchema({ label, asked, type }: EntryField): z.ZodType {
  const schema = typeSchema(type)
  const told = schema.openapi({ description: label.en })
  return asked === 'required' ? told : told.nullish()
}

function typeSchema(type: FieldType) {
  switch (type.is) {
    case 'text':
      return z.string().openapi({ maxLength: type.most })
    case 'choice':
      return z.string().openapi({ enum: Object.keys(type.choices) })
    case 'count':
      return z.number().int().openapi({ minimum: type.least, maximum: type.most })
    case 'measure':
      return z.strictObject({
        value: z.union([z.string().openapi({ maxLength: 40 }), z.number()]),
        unit: z.string().openapi({ enum: [...type.units] }),
      })
    case 'product':
      return z.strictObject({
        name: z.string().openapi({ maxLength: 200 }),
        id: z.string().nullish().openapi({ maxLength: 64 }),
      })
    case 'date':
      return dateSchema
    case 'time':
      return z.string().openapi({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' })
  }
}
