import type { Context } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import type { AppEnv } from '../../http/app-env.ts'
import { contentSecurityPolicy, PUBLIC_DOCUMENT_HEADERS } from '../../http/headers.ts'

/** A JWT is ASCII, and its type knows no character set. */
const CONTENT_TYPES = {
  'application/json': 'application/json; charset=utf-8',
  'application/atom+xml': 'application/atom+xml; charset=utf-8',
  'application/statuslist+jwt': 'application/statuslist+jwt',
} as const

/**
 * A public document. Its age counts from the read of the database (RFC 9111 5.1), so no cache on
 * the way keeps it longer than a scan page may be old, and one from a time when the database does
 * not answer is never kept at all.
 */
export async function documentResponse(input: {
  context: Context<AppEnv>
  body: string
  contentType: keyof typeof CONTENT_TYPES
  /** What makes two answers the same to a reader; the body itself where not given. */
  sameWhile?: string
  readAt: number
  stale: boolean
}): Promise<Response> {
  const { context, body, readAt, stale } = input
  const ageSeconds = Math.max(0, Math.floor((context.var.deps.now() - readAt) / 1000))
  const headers = new Headers({
    ...PUBLIC_DOCUMENT_HEADERS,
    age: String(ageSeconds),
    'content-type': CONTENT_TYPES[input.contentType],
    'content-security-policy': contentSecurityPolicy(null),
    etag: await weakTag(`${stale}${input.sameWhile ?? body}`),
  })
  if (stale) headers.set('warning', '110 - "Response is Stale"')
  return new Response(body, { headers })
}

/** Answers 304 to who has the document already, and lets any page read the refusals too. */
export const publicDocument = [
  async (c: Context<AppEnv>, next: () => Promise<void>) => {
    await next()
    c.res.headers.set('access-control-allow-origin', '*')
    c.res.headers.set(
      'access-control-expose-headers',
      'Age, ETag, Last-Modified, Link, Retry-After, Warning',
    )
  },
  etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'age', 'warning'] }),
]

/** Weak: the same facts may be told again at another instant. 16 bytes of SHA-256 tell texts apart. */
async function weakTag(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hex = Array.from(new Uint8Array(digest, 0, 16), (b) => b.toString(16).padStart(2, '0'))
  return `W/"${hex.join('')}"`
}
