import { z } from '@hono/zod-openapi'

/** The headers of every write. */
export const writes = z.object({
  'idempotency-key': z.string().optional().openapi({
    description:
      'Up to 255 visible ASCII characters, such as a UUID. The same key within a day repeats the first answer, not the write. It is taken with the write, in one transaction: after a lost answer or a refusal send the same request again.',
    minLength: 1,
    maxLength: 255,
    pattern: '^[!-~]+$',
    example: '6f1c2b1e-7a34-4c86-9f0b-5a1f3a0f7d11',
  }),
})

/** A body of JSON. Required, or it would not be looked at where its type is missing. */
export function body<S extends z.ZodType>(schema: S, example: Readonly<Record<string, unknown>>) {
  return { required: true as const, content: { 'application/json': { schema, example } } }
}
