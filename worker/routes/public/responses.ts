import { z } from '@hono/zod-openapi'
import { PROBLEM_STATUS } from '../../verbs/errors.ts'

/** RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string(),
    status: z.number().int(),
    detail: z
      .string()
      .openapi({ description: 'A sentence for people, in the language asked for.' }),
    instance: z.string(),
    code: z.enum(Object.keys(PROBLEM_STATUS) as [string, ...string[]]),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    questions: z
      .array(
        z.object({
          code: z.string(),
          text: z.string(),
          figures: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional()
      .openapi({
        description:
          'Of `needs_confirmation`: what to confirm. The same request with the codes in `confirm` goes through.',
      }),
    existing: z
      .object({ id: z.string().optional(), ref: z.string().optional(), href: z.string() })
      .optional()
      .openapi({ description: 'Of a `conflict`: what is there already, and its address.' }),
  })
  .openapi('Problem')

/** Asked without a token or an account. */
export const OPEN: [] = []

const problemContent = { 'application/problem+json': { schema: problemSchema } }

/** The error answers of operations of a kind, in their words; those of one operation are named. */
export function problemsSaid<Status extends number>(descriptions: Record<Status, string>) {
  return <const S extends Status>(...statuses: readonly S[]) => {
    const entries = statuses.map((status) => [
      status,
      { description: descriptions[status], content: problemContent },
    ])
    return Object.fromEntries(entries) as Record<
      S,
      { description: string; content: typeof problemContent }
    >
  }
}

/** The error answers of an operation that anyone may ask for. */
export const problems = problemsSaid({
  400: 'The request cannot be read.',
  404: 'There is no such thing.',
  413: 'The request is too large.',
  415: 'The body is not application/json.',
  429: 'Too many requests; `Retry-After` says when to come back.',
  503: 'The database does not answer and nothing is kept that could be told.',
})

/** A JSON answer of a schema. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** A page where programs are answered with JSON of a schema. */
export function orPage<S extends z.ZodType>(schema: S) {
  return { ...json(schema, '').content, 'text/html': { schema: z.string() } }
}

/** The query of such a page. */
export const shownIn = z.object({
  lang: z.enum(['vi', 'en', 'zh']).optional().openapi({ description: 'Language of the page.' }),
})

/** Documents can be asked for again by their entity tag (RFC 9110 13.1.2). */
export const notModified = {
  304: { description: 'Nothing has changed since the answer with this entity tag.' },
} as const
