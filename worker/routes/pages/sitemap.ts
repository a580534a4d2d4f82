import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { streamOf } from '../../http/stream-of.ts'
import { problemOf } from '../../http/to-problem.ts'
import {
  readSitemapPart,
  type SitemapPart,
  sitemapIndex,
  sitemapPlan,
  sitemapUrls,
} from '../../verbs/sitemap/sitemap.ts'

type C = Context<AppEnv>

const HEADERS = {
  'content-type': 'application/xml; charset=utf-8',
  'cache-control': 'public, max-age=3600',
}

/** `GET /sitemap.xml`: products, producers and codes for search engines, never labels or batches. */
export async function sendSitemap(c: C): Promise<Response> {
  const { deps } = c.var
  const { origin } = deps
  const part = partOf(c)
  const plan = part === null ? await sitemapPlan(deps) : null
  if (plan !== null) return new Response(sitemapIndex(plan, origin), { headers: HEADERS })
  const pieces = sitemapUrls(deps.db(), { origin, part })
  // A database that does not answer is told before anything is sent.
  const first = await pieces.next()
  return new Response(streamOf(inBytes(first, pieces)), { headers: HEADERS })
}

/** `GET /robots.txt`. */
export function sendRobots(c: C): Response {
  const text = `${ROBOTS}\nSitemap: ${c.var.deps.origin}/sitemap.xml\n`
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': HEADERS['cache-control'],
    },
  })
}

const ROBOTS = `# Pages of labels and batches say noindex themselves; their paths follow no pattern to list here.
User-agent: *
Allow: /
`

function partOf(c: C): SitemapPart | null {
  const { of, after = '' } = c.req.query()
  if (of === undefined) return null
  const part = readSitemapPart(of, after)
  if (part === null) throw problemOf('not_found')
  return part
}

async function* inBytes(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  if (first.done !== true) yield encoder.encode(first.value)
  for await (const piece of rest) yield encoder.encode(piece)
}
