import { type RouteConfig, z } from '@hono/zod-openapi'
import { json, OPEN, problems } from '../responses.ts'
import { verdictSchema } from '../schemas.ts'

const page = { 'text/html': { schema: z.string() } }
const verdictContent = { ...json(verdictSchema, '').content, ...page }

const shown = z.object({
  lang: z.enum(['vi', 'en', 'zh']).optional().openapi({ description: 'Language of the page.' }),
})

/** `GET /{SIG}/{SUBJECT}`, for the document only: the path is read raw, before any router. */
export const scanPath: RouteConfig = {
  method: 'get',
  path: '/{SIG}/{SUBJECT}',
  operationId: 'openLabel',
  security: OPEN,
  tags: ['Kiểm tra tem'],
  summary: 'Địa chỉ in trên tem: điện thoại quét mã sẽ mở',
  description:
    'What a label’s QR code opens. SUBJECT holds slashes, as printed. `Accept` chooses the page or the verdict as JSON; a query or fragment never changes the verdict.',
  request: {
    params: z.object({
      SIG: z.string().openapi({
        param: { name: 'SIG', in: 'path' },
        description:
          '3 characters of the key’s id and 103 of the Ed25519 signature, Crockford base32.',
        pattern: '^[0-9A-HJKMNP-TV-Z]{106}$',
      }),
      SUBJECT: z.string().openapi({
        param: { name: 'SUBJECT', in: 'path' },
        description:
          '`B/REF/SERIAL[/AREAS/HOUSE]`, `01/GTIN14/10/REF[/21/UNIT]` or `C/CODE`: the signed text.',
        example: 'B/7K3M9QX1/1',
      }),
    }),
    query: shown,
  },
  responses: {
    200: { description: 'Genuine, whatever its standing.', content: verdictContent },
    400: { description: 'Malformed.', content: verdictContent },
    404: { description: 'Forged or unknown.', content: verdictContent },
    ...problems(503),
  },
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
    query: shown,
  },
  responses: {
    200: { description: 'The batch.', content: verdictContent },
    308: { description: 'The canonical spelling is at `Location`.' },
    ...problems(400, 404, 503),
  },
}
