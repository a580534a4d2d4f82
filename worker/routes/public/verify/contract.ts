import { createRoute, z } from '@hono/zod-openapi'
import { json, problems } from '../responses.ts'
import { verdictSchema } from '../schemas.ts'
import { acceptsVerify } from './accepts-verify.ts'

export const MAX_CODE_LENGTH = 2_000

/** Characters, not UTF-16 units: what people count, and what JSON Schema means by maxLength. */
const codeSchema = z
  .string()
  .refine((text) => text.length <= MAX_CODE_LENGTH || [...text].length <= MAX_CODE_LENGTH, {
    params: { tooLong: true },
  })
  .openapi({
    description: 'The text of a scan, exactly as read: a label’s URL, or its path alone.',
    maxLength: MAX_CODE_LENGTH,
    example:
      'HTTPS://GOC.EXAMPLE/A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20/B/7K3M9QX1/1',
  })

export const verifyRoute = createRoute({
  method: 'post',
  path: '/api/v1/verify',
  tags: ['Kiểm tra tem'],
  summary: 'Xét nội dung của một mã đã quét',
  description:
    'Answers 200 with a verdict for any text, a malformed one included. Asking does not count as a scan.',
  middleware: acceptsVerify,
  request: {
    body: {
      required: true,
      content: {
        'application/json': { schema: z.object({ code: codeSchema }).openapi('VerifyRequest') },
      },
    },
  },
  responses: {
    200: json(verdictSchema, 'The verdict.'),
    ...problems(400, 413, 415, 429, 503),
  },
})
