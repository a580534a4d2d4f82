import type { Context } from 'hono'
import { OUTBOX_REFUSALS } from '../../copy/refusals/outbox.ts'
import { OUTBOX_LIMITS } from '../../domain/outbox/outbox-item.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { problemOf } from '../../http/to-problem.ts'
import { readUpTo } from '../../lib/files/read-up-to.ts'
import { invalidField } from '../../verbs/guard/parse-input.ts'
import { findOwnPhoto } from '../../verbs/outbox/photos/find-photo.ts'
import { tooLarge } from '../../verbs/outbox/photos/judge-photo.ts'
import { storePhoto } from '../../verbs/outbox/photos/store-photo.ts'
import { callerContext } from './caller.ts'
import { withServerTime } from './with-server-time.ts'

const HASH = /^[0-9a-f]{64}$/

/** `PUT /api/v1/outbox/photos/{SHA256}`: 201 kept, 200 kept before. */
export async function putPhoto(c: Context<AppEnv>): Promise<Response> {
  const ctx = callerContext(c)
  const sha256 = hashOf(c)
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > OUTBOX_LIMITS.photoBytes) throw tooLarge()
  const { body } = c.req.raw
  const bytes = body === null ? new Uint8Array() : await readUpTo(body, OUTBOX_LIMITS.photoBytes)
  if (bytes === null) throw tooLarge()
  const { files } = c.var.deps
  const became = await storePhoto({ ctx, files, input: { sha256, bytes } })
  const headers = new Headers(headersOf(sha256))
  if (became === 'stored') headers.set('location', c.req.path)
  return withServerTime(c, new Response(null, { status: STATUS[became], headers }))
}

const STATUS = { stored: 201, already: 200 } as const

/** `HEAD` asks whether a photo of one's own is here whole; `GET` gives it back as it was sent. */
export async function seePhoto(c: Context<AppEnv>): Promise<Response> {
  const sha256 = hashOf(c)
  const photo = await findOwnPhoto(callerContext(c), sha256)
  if (photo === null) throw problemOf('not_found')
  const headers = new Headers({
    ...headersOf(sha256),
    'content-type': photo.mediaType,
    'content-length': String(photo.bytes),
    'content-security-policy': "default-src 'none'; sandbox",
  })
  if (c.req.method === 'HEAD') return withServerTime(c, new Response(null, { headers }))
  const bytes = await c.var.deps.files.get(photo.storeKey)
  if (bytes === null) throw problemOf('not_found')
  return withServerTime(c, new Response(new Uint8Array(bytes), { headers }))
}

/** Names the photo again: an answer of somebody in between is not taken for ours. */
function headersOf(sha256: string): Record<string, string> {
  return { 'goc-photo': sha256, 'cache-control': 'no-store' }
}

function hashOf(c: Context<AppEnv>): string {
  const text = c.req.param('sha256')?.toLowerCase() ?? ''
  if (!HASH.test(text)) throw invalidField('sha256', OUTBOX_REFUSALS.badHash)
  return text
}
