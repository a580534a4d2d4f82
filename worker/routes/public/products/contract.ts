import { type RouteConfig, z } from '@hono/zod-openapi'
import { NET_CONTENT_UNITS } from '../../../domain/products/net-content.ts'
import { notModified, OPEN, orPage, problems, shownIn } from '../responses.ts'
import {
  certificateSchema,
  dateSchema,
  imageSchema,
  instantSchema,
  localTextSchema,
  orNull,
  partTextSchema,
} from '../schemas.ts'

const producer = z.object({
  id: z.string().nullable(),
  name: z
    .string()
    .nullable()
    .openapi({ description: 'A person’s name is null unless they agreed to be named.' }),
  kind: z.string(),
  address: z.string().nullable(),
  commune: z.string().nullable(),
  province: z.string().nullable(),
  suspendedOn: dateSchema.nullable(),
})

const read = {
  asOf: instantSchema.openapi({ description: 'When it was read from the database.' }),
  stale: z.boolean().openapi({ description: 'True while the database does not answer.' }),
}

export const publicProductSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    brand: z.string().nullable(),
    gtin: z.string().nullable(),
    category: orNull(localTextSchema),
    netContent: z.object({ value: z.number(), unit: z.enum(NET_CONTENT_UNITS) }).nullable(),
    images: z.array(imageSchema),
    description: partTextSchema.nullable(),
    story: partTextSchema.nullable(),
    storage: z.string().nullable(),
    shelfLife: z.string().nullable(),
    warnings: z.array(z.string()),
    standards: z.array(z.string()),
    mark: z.object({ name: z.string(), registrationNo: z.string().nullable() }).nullable(),
    ocop: z
      .object({
        stars: z.number(),
        certificateNo: z.string(),
        expiresOn: dateSchema,
      })
      .nullable(),
    certificates: z.array(certificateSchema).openapi({ description: 'Those that hold today.' }),
    producer,
    batches: z
      .object({ count: z.number(), more: z.boolean(), newestPackedOn: dateSchema.nullable() })
      .openapi({ description: 'Batches there are labels of; `more` where there are more.' }),
    archivedOn: dateSchema.nullable(),
    ...read,
  })
  .openapi('PublicProduct')

export const publicOrganisationSchema = producer
  .extend({
    id: z.string(),
    name: z.string(),
    gln: z.string().nullable(),
    products: z.array(z.object({ id: z.string(), name: z.string(), image: orNull(imageSchema) })),
    codes: z.array(
      z.object({
        code: z.string(),
        kind: z.string(),
        name: z.string(),
        commune: z.string().nullable(),
        province: z.string().nullable(),
      }),
    ),
    more: z.boolean(),
    ...read,
  })
  .openapi('PublicOrganisation')

const named = (name: string) =>
  z.object({
    [name]: z.string().openapi({ param: { name, in: 'path' }, example: 'V1StGXR8_Z5jdHi6B-myT' }),
  })

/** `GET /p/{PRODUCT}`, for the document only: it belongs to the pages. */
export const productPath: RouteConfig = {
  method: 'get',
  path: '/p/{PRODUCT}',
  operationId: 'showPublicProduct',
  security: OPEN,
  tags: ['Sản phẩm'],
  summary: 'Trang công khai của một sản phẩm',
  description:
    'A product without any label of it, as a page or as JSON by `Accept`. It proves nothing about a label. Words and a hyphen before the id lead to it (308).',
  request: { params: named('PRODUCT'), query: shownIn },
  responses: {
    200: {
      description: 'The product.',
      content: orPage(publicProductSchema),
    },
    ...notModified,
    308: { description: 'The product’s own address is at `Location`.' },
    ...problems(404, 503),
  },
}

/** `GET /o/{ORGANISATION}`, for the document only. */
export const organisationPath: RouteConfig = {
  method: 'get',
  path: '/o/{ORGANISATION}',
  operationId: 'showPublicOrganisation',
  security: OPEN,
  tags: ['Sản phẩm'],
  summary: 'Trang công khai của một cơ sở sản xuất',
  description:
    'A producer with its products and codes, as a page or as JSON by `Accept`. There is none of a person who has not agreed to be named.',
  request: { params: named('ORGANISATION'), query: shownIn },
  responses: {
    200: {
      description: 'The producer.',
      content: orPage(publicOrganisationSchema),
    },
    ...notModified,
    ...problems(404, 503),
  },
}
