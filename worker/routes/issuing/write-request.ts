import { z } from '@hono/zod-openapi'

/** The headers of every write. */
export const writes = z.object({
  'idempotency-key': z.string().optional().openapi({
    description:
      'The same key within a day repeats the first answer, not the write. It is taken with the write, in one transaction: after a lost answer or a refusal send the same request again.',
  }),
})

/** A body of JSON. Required, or it would not be looked at where its type is missing. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true as const, content: { 'application/json': { schema } } }
}
