import { type RouteConfig, z } from '@hono/zod-openapi'
import { OPEN, orPage, problems, shownIn } from '../responses.ts'
import { verdictSchema } from '../schemas.ts'

const verdictContent = orPage(verdictSchema)

const PATTERNS = {
  sig: '^[0-9A-HJKMNP-TV-Z]{106}$',
  ref: '^[0-9A-HJKMNP-TV-Z]{8}$',
  code: '^[0-9A-Z]+(?:-[0-9A-Z]+)*$',
  codes: '^(?:-|[0-9A-Z]+(?:-[0-9A-Z]+)*)$',
} as const

/** A part of a label's path, as printed. */
function part(name: string, about: { pattern?: string; description?: string; example: string }) {
  return z.string().openapi({ param: { name, in: 'path' }, ...about })
}

const SIG = part('SIG', {
  description: '3 characters of the key’s id and 103 of the Ed25519 signature, Crockford base32.',
  pattern: PATTERNS.sig,
  example:
    'A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20',
})
const REF = part('REF', { pattern: PATTERNS.ref, example: '7K3M9QX1' })
const GTIN = part('GTIN', { pattern: '^\\d{14}$', example: '08930000000019' })

const label = {
  method: 'get' as const,
  security: OPEN,
  tags: ['Kiểm tra tem'],
  responses: {
    200: { description: 'Genuine, whatever its standing.', content: verdictContent },
    400: { description: 'Malformed.', content: verdictContent },
    404: { description: 'Forged or unknown.', content: verdictContent },
    ...problems(503),
  },
}

/** `GET /{SIG}/{SUBJECT}`, for the document only: the path is read raw, before any router. */
export const scanPath: RouteConfig = {
  ...label,
  path: '/{SIG}/{SUBJECT}',
  operationId: 'openLabel',
  summary: 'Địa chỉ in trên tem: điện thoại quét mã sẽ mở',
  description:
    'What a label’s QR code opens. SUBJECT holds slashes, as printed: a client that writes `%2F` for them asks by the paths of each kind of label instead. `Accept` chooses the page or the verdict as JSON; a query or fragment never changes the verdict.',
  request: {
    params: z.object({
      SIG,
      SUBJECT: part('SUBJECT', {
        description:
          '`B/REF/SERIAL[/AREAS/HOUSE]`, `01/GTIN14/10/REF[/21/UNIT]` or `C/CODE`: the signed text.',
        example: 'B/7K3M9QX1/1',
      }),
    }),
    query: shownIn,
  },
}

const SERIAL = part('SERIAL', {
  description: '0 is a label of the whole batch.',
  pattern: '^(?:0|[1-9]\\d{0,7})$',
  example: '1',
})

/** The same path for each kind of label, part by part: every generated client can ask by these. */
export const labelPaths: readonly RouteConfig[] = [
  ofKind({
    operationId: 'openCompactLabel',
    path: '/{SIG}/B/{REF}/{SERIAL}',
    summary: 'Tem gọn',
    params: z.object({ SIG, REF, SERIAL }),
  }),
  ofKind({
    operationId: 'openFullLabel',
    path: '/{SIG}/B/{REF}/{SERIAL}/{AREAS}/{HOUSE}',
    summary: 'Tem ghi cả mã số vùng trồng và cơ sở đóng gói',
    params: z.object({
      SIG,
      REF,
      SERIAL,
      AREAS: part('AREAS', {
        description:
          'The growing-area code, or `-`. Of several, joined by `+` (never `%2B`), ask by `verify`.',
        pattern: PATTERNS.codes,
        example: 'VN-AGOR-0012',
      }),
      HOUSE: part('HOUSE', {
        description: 'The packing-house code, or `-`.',
        pattern: PATTERNS.codes,
        example: 'VN-AGPH-003',
      }),
    }),
  }),
  ofKind({
    operationId: 'openGtinBatchLabel',
    path: '/{SIG}/01/{GTIN}/10/{REF}',
    summary: 'Tem GS1 của cả lô',
    params: z.object({ SIG, GTIN, REF }),
  }),
  ofKind({
    operationId: 'openGtinLabel',
    path: '/{SIG}/01/{GTIN}/10/{REF}/21/{UNIT}',
    summary: 'Tem GS1 của một đơn vị',
    params: z.object({
      SIG,
      GTIN,
      REF,
      UNIT: part('UNIT', { pattern: '^[1-9]\\d{0,14}$', example: '1' }),
    }),
  }),
  ofKind({
    operationId: 'openCertificate',
    path: '/{SIG}/C/{CODE}',
    summary: 'Giấy chứng nhận mã số',
    params: z.object({
      SIG,
      CODE: part('CODE', { pattern: PATTERNS.code, example: 'VN-AGOR-0012' }),
    }),
  }),
]

function ofKind(input: {
  readonly operationId: string
  readonly path: string
  readonly summary: string
  readonly params: z.ZodObject
}): RouteConfig {
  const { params, ...named } = input
  const description = 'As `/{SIG}/{SUBJECT}`, with the parts of the signed text each by itself.'
  return { ...label, ...named, description, request: { params, query: shownIn } }
}

/** `GET /b/{REF}`, for the document only: it belongs to the pages. */
export const typedCodePath: RouteConfig = {
  method: 'get',
  path: '/b/{REF}',
  operationId: 'showTypedCode',
  security: OPEN,
  tags: ['Kiểm tra tem'],
  summary: 'Lô hàng theo mã gõ tay',
  description:
    'A batch code read off a label and typed in: case and hyphens are ignored, O is read as 0, I and L as 1. It proves no label: `authenticity` and `label` are null.',
  request: {
    params: z.object({
      REF: z.string().openapi({ param: { name: 'REF', in: 'path' }, example: '7K3M9QX1' }),
    }),
    query: shownIn,
  },
  responses: {
    200: { description: 'The batch.', content: verdictContent },
    308: { description: 'The canonical spelling is at `Location`.' },
    ...problems(400, 404, 503),
  },
}
