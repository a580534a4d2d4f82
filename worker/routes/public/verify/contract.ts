import { createRoute, z } from '@hono/zod-openapi'
import { json, OPEN, problems } from '../responses.ts'
import { verdictSchema } from '../schemas.ts'
import { MAX_CODE_LENGTH } from './read-question.ts'

const EXAMPLE_LABEL =
  'HTTPS://GOC.EXAMPLE/A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20/B/7K3M9QX1/1'

const codeSchema = z.string().openapi({
  description: 'The text of a scan, exactly as read: a label’s URL, or its path alone.',
  maxLength: MAX_CODE_LENGTH,
  example: EXAMPLE_LABEL,
})

export const MOST_TEXTS = 200

export const bulkQuestionSchema = z
  .object({
    codes: z.array(codeSchema).min(1).max(MOST_TEXTS),
    view: z.enum(['summary', 'full']).optional().openapi({ description: '`summary` when absent.' }),
  })
  .openapi('BulkVerifyRequest')

const summarySchema = z
  .object({
    authenticity: verdictSchema.shape.authenticity,
    standing: verdictSchema.shape.standing,
    reasons: z.array(z.string()).openapi({ description: 'The codes of the reasons.' }),
    ref: z.string().nullable(),
    serial: z.number().nullable(),
  })
  .openapi('VerdictSummary')

export const bulkAnswerSchema = z
  .object({
    items: z.array(z.union([verdictSchema, summarySchema])),
    notChecked: z
      .number()
      .int()
      .openapi({ description: 'How many texts at the end the limit did not let through.' }),
    retryAfterSeconds: z.number().int().nullable(),
  })
  .openapi('BulkVerdicts')

export const verifyBulkRoute = createRoute({
  method: 'post',
  path: '/api/v1/verify/bulk',
  operationId: 'verifyLabels',
  security: OPEN,
  tags: ['Kiểm tra tem'],
  summary: 'Xét nội dung của nhiều mã đã quét',
  description:
    'The verdicts of up to 200 texts, in their order. Each counts against the limit of `verify`: where it is used up on the way, `notChecked` says how many are left and `retryAfterSeconds` when to send them.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: bulkQuestionSchema,
          example: { codes: [EXAMPLE_LABEL], view: 'summary' },
        },
      },
    },
  },
  responses: {
    200: json(bulkAnswerSchema, 'Verdicts as asked for by `view`.'),
    ...problems(400, 413, 415, 429, 503),
  },
})

/** For the description: the handler reads the request itself, because it is asked as often as a scan. */
export const verifyRoute = createRoute({
  operationId: 'verifyLabel',
  security: OPEN,
  method: 'post',
  path: '/api/v1/verify',
  tags: ['Kiểm tra tem'],
  summary: 'Xét nội dung của một mã đã quét',
  description:
    'Answers 200 with a verdict for any text, a malformed one included. Asking does not count as a scan. Limited for each address: 429 says in `Retry-After` how many seconds to wait.',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ code: codeSchema }).openapi('VerifyRequest'),
          example: { code: EXAMPLE_LABEL },
        },
      },
    },
  },
  responses: {
    200: json(verdictSchema, 'The verdict.'),
    ...problems(400, 413, 415, 429, 503),
  },
})
