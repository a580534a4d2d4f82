import type { Context } from 'hono'
import { versionOfName } from '../../domain/sites/map-background.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { askedRange } from '../../http/byte-range.ts'
import { problemOf } from '../../http/to-problem.ts'

/**
 * `GET /area-map/background/{version}.pmtiles`: what maps are drawn upon, a part at a time (RFC 9110 14).
 * It holds what anybody may see, and never changes under its name.
 */
export async function sendMapBackground(c: Context<AppEnv>): Promise<Response> {
  const { archives } = c.var.deps
  const name = c.req.param('name') ?? ''
  const version = versionOfName(name)
  const size = version === null || archives === null ? null : await archives.size(name)
  if (archives === null || size === null) throw problemOf('not_found')
  const etag = `"${version}"`
  const headers = {
    'content-type': 'application/vnd.pmtiles',
    'accept-ranges': 'bytes',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    etag,
  }
  // Ranges are of GET alone (RFC 9110 14.2).
  if (c.req.method === 'HEAD') {
    return new Response(null, { headers: { ...headers, 'content-length': String(size) } })
  }
  // Whoever holds a part of another archive gets the whole of this one (RFC 9110 13.1.5).
  const held = c.req.header('if-range')
  const asked = held === undefined || held === etag ? askedRange(c.req.header('range'), size) : null
  if (asked === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  }
  const part = asked === null ? null : { offset: asked.first, length: asked.last - asked.first + 1 }
  const length = { 'content-length': String(part?.length ?? size) }
  const body = await archives.read(name, part)
  if (body === null) throw problemOf('not_found')
  if (asked === null) return new Response(body, { headers: { ...headers, ...length } })
  const range = { 'content-range': `bytes ${asked.first}-${asked.last}/${size}` }
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...range } })
}
