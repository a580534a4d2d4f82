import { problems } from '../responses.ts'
import type { Operation, Paths } from './merge-paths.ts'

type Header = { readonly description: string; readonly schema: { readonly type: string } }
const text = (description: string): Header => ({ description, schema: { type: 'string' } })

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } },
}
const RETRY_AT_ONCE = {
  'Retry-After': {
    description: 'Only where many wrote the same at once: the same request may go through then.',
    schema: { type: 'integer' },
  },
}
const MOVED = { Location: text('The canonical address.') }
const CHALLENGE = { 'WWW-Authenticate': text('`Bearer` (RFC 6750).') }
const DOCUMENT = {
  ETag: text('To ask again by, as `If-None-Match`.'),
  Warning: text('`110` where the database does not answer and an older answer is given.'),
  Age: { description: 'Seconds since the database was read.', schema: { type: 'integer' } },
}
const OPEN_DATA = {
  ETag: DOCUMENT.ETag,
  'Last-Modified': text('To ask again by, as `If-Modified-Since`.'),
  Link: text(
    'The licence of the data, `rel="license"`, and what its columns mean, `rel="describedby"`.',
  ),
}

/**
 * What operations have in common, said once: behind a token any may find the database away, and
 * headers go by the status and by whether an answer can be asked for again.
 */
export function withCommonParts(paths: Paths): Paths {
  const entries = Object.entries(paths).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => [
      method,
      withParts(path, operation),
    ])
    return [path, Object.fromEntries(operations)]
  })
  return Object.fromEntries(entries)
}

function withParts(path: string, operation: Operation): Operation {
  const { security = [], responses = {} } = operation
  const all = security.length === 0 ? responses : { ...unavailableProblem(), ...responses }
  const asksAgain = '304' in responses
  const told = Object.entries(all).map(([status, response]) => {
    const headers = headersOf(status, { path, asksAgain })
    if (headers === null) return [status, response]
    return [status, { ...response, headers: { ...response.headers, ...headers } }]
  })
  return { ...operation, responses: Object.fromEntries(told) }
}

function headersOf(
  status: string,
  { path, asksAgain }: { readonly path: string; readonly asksAgain: boolean },
): Readonly<Record<string, unknown>> | null {
  if (status === '429' || status === '503') return RETRY_AFTER
  if (status === '401') return CHALLENGE
  if (status === '409') return RETRY_AT_ONCE
  if (status === '308') return MOVED
  if (!asksAgain || (status !== '200' && status !== '304')) return null
  return path.startsWith('/open-data/') ? OPEN_DATA : DOCUMENT
}

/** As the contract declares it, in the words of the document. */
function unavailableProblem(): NonNullable<Operation['responses']> {
  const { description } = problems(503)[503]
  const schema = { $ref: '#/components/schemas/Problem' }
  const answer = { description, content: { 'application/problem+json': { schema } } }
  return { 503: answer }
}
