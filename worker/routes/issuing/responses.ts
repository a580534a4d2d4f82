import { z } from '@hono/zod-openapi'
import { json, problemsSaid } from '../public/responses.ts'

/** The error answers of an operation behind a token. */
export const refusals = problemsSaid({
  400: 'The request cannot be read.',
  401: 'There is no valid bearer token.',
  403: 'The token lacks the scope.',
  404: 'There is no such thing, or it belongs to another organisation.',
  409: 'What is already there does not allow it.',
  413: 'The request is too large.',
  415: 'The body is not application/json.',
  422: 'The Idempotency-Key was used for another request, or the labels do not fit the layout.',
})

/** 201 with the place of what was made. */
export function created<S extends z.ZodType>(schema: S, description: string) {
  const headers = z.object({
    Location: z
      .string()
      .openapi({ description: 'Where what was made is; a token reads it there.' }),
  })
  return { 201: { ...json(schema, description), headers } }
}

/** The error answers that every write has. */
export const writeRefusals = refusals(400, 401, 403, 404, 409, 413, 415, 422)
