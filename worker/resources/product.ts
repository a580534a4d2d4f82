import * as z from 'zod'
import { product } from '../../db/schema/index.ts'
import { PRODUCT_COPY as W } from '../copy/portal/product.ts'
import { isPublicGtin14 } from '../domain/label/gtin.ts'
import type { ImageView } from '../domain/standing/provenance.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import type { Field } from './field.ts'
import { line, lines, optionalLine, simple } from './fields.ts'
import { fault, readText } from './read-text.ts'
import { resource } from './resource.ts'

/** Something a producer sells. A GTIN, where there is one, belongs to one product only. */
export const PRODUCT = resource({
  actions: { add: 'product.create', edit: 'product.update' },
  entity: 'product',
  noun: W.noun,
  table: product,
  may: { read: 'batches.write', write: 'batches.write' },
  // Nobody writes products by place.
  target: ({ organisationId }) => ({ organisationId, place: null }),
  touches: ({ id }) => ({ productIds: [id] }),
  fields: {
    organisationId: line({ label: W.organisation, max: 60, code: true, fixed: true }),
    name: line({ label: W.name, max: 200 }),
    /** 8, 12, 13 or 14 digits, kept as GTIN-14 (GS1 General Specifications 3.3.2: zeros in front). */
    gtin: simple<string | null>(
      { label: W.gtin },
      {
        schema: readText({
          max: 40,
          read: (text): string | null => {
            const gtin = text.replace(/\s/g, '').padStart(14, '0')
            return isPublicGtin14(gtin) ? gtin : fault(W.gtinOdd)
          },
          blank: () => null,
        }),
        input: { code: true, inputmode: 'numeric', maxlength: 40 },
        text: (value) => value ?? '',
      },
    ),
    brand: optionalLine({ label: W.brand, max: 100 }),
    categoryId: optionalLine({ label: W.category, max: 40 }),
    images: images(),
    standards: lines({ label: W.standards, max: 100, most: 20 }),
    shelfLife: optionalLine({ label: W.shelfLife, max: 200 }),
    storage: optionalLine({ label: W.storage, max: 300 }),
    warnings: lines({ label: W.warnings, max: 300, most: 20 }),
  },
  derive: ({ name }) => ({ nameFolded: foldVietnamese(name) }),
  initial: (now) => ({ createdAt: now }),
})

/** Where pictures lie and what they show; no form asks for them. */
function images(): Field<readonly ImageView[]> {
  const image = z.object({
    url: readText({
      max: 500,
      read: (text) => (/^(?:https:\/\/|\/)[^\s]*$/.test(text) ? text : fault(W.imageOdd)),
      blank: null,
    }),
    alt: readText({ max: 200, read: (text) => text, blank: null }),
    width: z.int().positive(),
    height: z.int().positive(),
  })
  const field = lines({ label: W.images, max: 500, most: 12 })
  return {
    ...field,
    inputs: [],
    // The schema of the same name read it.
    collect: (name, read) => read[name] as readonly ImageView[],
    shape: (name) => ({
      [name]: z
        .array(image)
        .max(12)
        .nullish()
        .transform((rows) => rows ?? []),
    }),
    // A program that changes a product gives them all again.
    texts: () => ({}),
    show: (value: unknown) => (Array.isArray(value) ? String(value.length) : ''),
    json: z
      .array(z.object({ url: z.string(), alt: z.string(), width: z.number(), height: z.number() }))
      .optional(),
  }
}
