import { getMimeType } from 'hono/utils/mime'

export type AssetSource = { readonly fetch: (request: Request) => Promise<Response> }

/**
 * A static file of the site, or null. Cloudflare, Miniflare and the disk service of plain workerd
 * all answer by path; the last of them lists folders and knows no content types, so only names with
 * a known ending are asked for, and the type is ours.
 */
export async function fetchAsset(
  source: AssetSource | undefined,
  request: Request,
): Promise<Response | null> {
  const type = getMimeType(new URL(request.url).pathname)
  if (source === undefined || type === undefined || request.method !== 'GET') return null
  const response = await source.fetch(new Request(request.url))
  if (!response.ok) return null
  return new Response(response.body, {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
    },
  })
}
