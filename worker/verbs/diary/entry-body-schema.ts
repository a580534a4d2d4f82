import * as z from 'zod'
import { DIARY_KINDS } from '../../copy/diary.ts'
import type { EntryKind } from '../../domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryField } from '../../domain/diary/entry-kinds/field.ts'
import { MOST_HOUSEHOLDS, MOST_PHOTOS } from '../../domain/diary/parse-entry-body.ts'

const idSchema = z.string().regex(/^[\w-]{1,64}$/)
const photosSchema = z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(MOST_PHOTOS)
const codesSchema = z.array(z.string().regex(/^\w{1,64}$/)).max(40)
const householdsSchema = z.array(idSchema).max(MOST_HOUSEHOLDS)
const KINDS = Object.keys(ENTRY_KINDS) as EntryKind[]

/**
 * The body of an entry as the API describes it: a shape for each kind, made of what the kind asks. What is
 * sent is read by `parseEntryBody`, in its own words and a little more leniently.
 */
export const entryBodySchema = z.union(KINDS.map(bodyOf)).meta({ id: 'DiaryEntryBody' })

/** The body of a correction likewise; its values are those of the entry's kind, the whole of them anew. */
export const correctionBodySchema = z
  .strictObject({
    entryId: idSchema,
    reason: z.string().min(1).max(500).meta({ description: 'Public, as the entry is.' }),
    takeBack: z
      .boolean()
      .optional()
      .meta({ description: 'True says that the entry was never so; nothing else is sent then.' }),
    occurredOn: z.iso.date().optional(),
    values: z.record(z.string(), z.unknown()).optional(),
    householdIds: householdsSchema.optional().meta({ description: 'Left out, they stay.' }),
    photos: photosSchema.optional().meta({ description: 'Left out, they stay.' }),
    spoken: codesSchema.optional(),
    confirm: codesSchema.optional(),
  })
  .meta({ id: 'DiaryCorrectionBody' })

function bodyOf(kind: EntryKind) {
  const { fields, households } = ENTRY_KINDS[kind]
  const values = z.strictObject(
    Object.fromEntries(
      fields.map((field) => [
        field.name,
        field.asked === 'required' ? schemaOf(field) : schemaOf(field).nullish(),
      ]),
    ),
  )
  return z
    .strictObject({
      siteId: idSchema,
      kind: z.literal(kind),
      ...(households === 'none' ? {} : { householdIds: householdsSchema.optional() }),
      seasonId: idSchema.nullish(),
      values,
      photos: photosSchema.optional().meta({ description: 'Hashes of photos sent before.' }),
      onBehalfOf: z
        .string()
        .max(120)
        .nullish()
        .meta({ description: 'Who told it, where that is not who writes. Private.' }),
      spoken: codesSchema.optional().meta({ description: 'Fields that were spoken, not typed.' }),
      confirm: codesSchema
        .optional()
        .meta({ description: 'Codes of questions that are answered with yes.' }),
    })
    .meta({ title: DIARY_KINDS[kind].name.vi })
}

function schemaOf({ type, label }: EntryField): z.ZodType {
  const description = label.vi
  switch (type.is) {
    case 'text':
      return z.string().min(1).max(type.most).meta({ description })
    case 'choice':
      return z.enum(Object.keys(type.choices)).meta({ description })
    case 'count':
      return z.int().min(type.least).max(type.most).meta({ description })
    case 'measure':
      return z
        .strictObject({
          value: z.union([z.number().positive(), z.string().min(1).max(40)]),
          unit: z.enum(type.units),
        })
        .meta({ description })
    case 'product':
      return z
        .union([
          z.string().min(1).max(200),
          z.strictObject({ name: z.string().min(1).max(200), id: idSchema.nullish() }),
        ])
        .meta({ description })
    case 'date':
      return z.iso.date().meta({ description })
    case 'time':
      return z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .meta({ description })
  }
}
