import * as z from 'zod'
import { product } from '../../db/schema/index.ts'
import { NET_CONTENT_UNIT_NAMES } from '../copy/names.ts'
import { DESCRIPTION_IN, STORY_IN, PRODUCT_COPY as W } from '../copy/portal/product.ts'
import { isPublicGtin14 } from '../domain/label/gtin.ts'
import { LONGEST_SIDE, MOST_PHOTOS, type ProductImage } from '../domain/products/product-images.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import type { Field } from './field.ts'
import { line, lines, optionalChoice, optionalLine, optionallyRead } from './fields.ts'
import { optionalLocalText } from './local-text-fields.ts'
import { optionalCount, optionalDecimal } from './number-fields.ts'
import { fault, readText } from './read-text.ts'
import { resource } from './resource.ts'

/** A hundred years: what is good for longer has no last day. */
const MOST_SHELF_LIFE_DAYS = 36_500

/** Something a producer sells. A GTIN, where there is one, belongs to one product only. */
export const PRODUCT = resource({
  actions: { add: 'product.create', edit: 'product.update' },
  entity: 'product',
  noun: W.noun,
  table: product,
  may: { read: 'batches.read', write: 'batches.write' },
  // Nobody writes products by place.
  target: ({ organisationId }) => ({ organisationId, place: null }),
  touches: ({ id }) => ({ productIds: [id] }),
  fields: {
    organisationId: line({ label: W.organisation, max: 60, code: true, fixed: true }),
    name: line({ label: W.name, hint: W.nameHint, max: 200 }),
    categoryId: optionalLine({ label: W.category, max: 40 }),
    netContentValue: optionalDecimal({ label: W.netContent, unit: null, row: 'net' }),
    netContentUnit: optionalChoice({
      label: W.netContentUnit,
      choices: NET_CONTENT_UNIT_NAMES,
      row: 'net',
    }),
    shelfLifeDays: optionalCount({
      ...{ label: W.shelfLifeDays, hint: W.shelfLifeDaysHint, most: MOST_SHELF_LIFE_DAYS },
    }),
    /** 8, 12, 13 or 14 digits, kept as GTIN-14 (GS1 General Specifications 3.3.2: zeros in front). */
    gtin: optionallyRead(
      { label: W.gtin, hint: W.gtinHint },
      {
        max: 40,
        read: (text) => {
          const gtin = text.replace(/\s/g, '').padStart(14, '0')
          return isPublicGtin14(gtin) ? gtin : fault(W.gtinOdd)
        },
        input: { code: true, inputmode: 'numeric', maxlength: 40 },
      },
    ),
    brand: optionalLine({ label: W.brand, max: 100, group: 'pack' }),
    images: images(),
    storage: optionalLine({ label: W.storage, max: 300, group: 'pack' }),
    shelfLife: optionalLine({ label: W.shelfLife, max: 200, group: 'pack' }),
    warnings: lines({ label: W.warnings, hint: W.lineEach, max: 300, most: 20, group: 'pack' }),
    standards: lines({ label: W.standards, hint: W.lineEach, max: 100, most: 20, group: 'pack' }),
    inputPerOutput: optionalDecimal({
      ...{ label: W.inputPerOutput, hint: W.inputPerOutputHint },
      ...{ unit: null, group: 'origin' },
    }),
    mark: optionalLine({ label: W.mark, hint: W.markHint, max: 200, group: 'origin' }),
    markNo: optionalLine({ label: W.markNo, max: 100, group: 'origin' }),
    description: optionalLocalText({
      label: W.description,
      labels: DESCRIPTION_IN,
      max: 1_000,
      group: 'story',
    }),
    story: optionalLocalText({ label: W.story, labels: STORY_IN, max: 4_000, group: 'story' }),
  },
  groups: { pack: W.packGroup, origin: W.originGroup, story: W.storyGroup },
  derive: ({ name }) => ({ nameFolded: foldVietnamese(name) }),
  check: ({ netContentValue, netContentUnit }) =>
    (netContentValue === null) === (netContentUnit === null)
      ? []
      : [{ path: 'netContentValue', text: W.netContentHalf }],
  initial: (now) => ({ createdAt: now }),
})

/**
 * Where pictures lie and what they show, and the smaller ones made of them. No form asks for them, but
 * each carries them along as one text, so that whoever edits a product keeps its pictures.
 */
function images(): Field<readonly ProductImage[]> {
  const url = readText({
    max: 500,
    read: (text) => (/^(?:https:\/\/|\/)[^\s]*$/.test(text) ? text : fault(W.imageOdd)),
    blank: null,
  })
  const pixels = z.int().positive().max(LONGEST_SIDE)
  const size = z.object({ url, width: pixels, height: pixels })
  const image = size.extend({
    alt: readText({ max: 200, read: (text) => text, blank: null }),
    sizes: z.array(size).max(4).optional(),
  })
  const field = lines({ label: W.images, max: 500, most: MOST_PHOTOS })
  return {
    ...field,
    inputs: [],
    // The schema of the same name read it.
    collect: (name, read) => read[name] as readonly ProductImage[],
    shape: (name) => ({
      [name]: z.preprocess(
        parsed,
        z
          .array(image)
          .max(MOST_PHOTOS)
          .nullish()
          .transform((rows) => rows ?? []),
      ),
    }),
    texts: (value) => ({ '': JSON.stringify(value) }),
    show: (value: unknown) => (Array.isArray(value) ? String(value.length) : ''),
    json: z
      .array(
        z.object({
          url: z.string().meta({ maxLength: 500, pattern: '^(?:https://|/)\\S*$' }),
          alt: z.string().meta({ maxLength: 200 }),
          width: z.number().meta({ type: 'integer', minimum: 1, maximum: LONGEST_SIDE }),
          height: z.number().meta({ type: 'integer', minimum: 1, maximum: LONGEST_SIDE }),
        }),
      )
      .meta({ maxItems: MOST_PHOTOS })
      .optional(),
  }
}

function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given
  try {
    return JSON.parse(given)
  } catch {
    return given
  }
}
