import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { problemOf } from '../../http/to-problem.ts'
import { findPicture } from '../../verbs/products/photos/find-picture.ts'

/** `GET /media/{SHA256}.{ext}`: a picture of a product, open to everyone. What lies there never changes. */
export async function sendPicture(c: Context<AppEnv>): Promise<Response> {
  const picture = await findPicture(c.var.deps, `/media/${c.req.param('name') ?? ''}`)
  if (picture === null) throw problemOf('not_found')
  const { bytes, mediaType } = picture
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  })
}
