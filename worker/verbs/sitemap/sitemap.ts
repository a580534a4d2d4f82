import type { Database } from '../../../db/client.ts'
import {
  countSitemapKeys,
  lastKeyOfPage,
  SITEMAP_KINDS,
  type SitemapKind,
  sitemapKeys,
} from '../../../db/queries/sitemap.ts'
import { escapeXml } from '../../lib/text/escape-markup.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'

/** What the protocol allows in one file (sitemaps.org). */
export const SITEMAP_URLS = 50_000
/** Addresses read in one round trip. */
const AT_ONCE = 1_000
/** Files of a kind that the index names: fifty million addresses. */
const MOST_PAGES = 1_000
const HOUR_MS = 3_600_000

/** A part of the whole: addresses of one kind that come after one. */
export type SitemapPart = { readonly kind: SitemapKind; readonly after: string }

/** A part as the index names it; null for what is none. */
export function readSitemapPart(of: string, after: string): SitemapPart | null {
  const kind = SITEMAP_KINDS.find((each) => each === of)
  return kind === undefined || after.length > LONGEST_KEY ? null : { kind, after }
}

const LONGEST_KEY = 100

/** Null where all there is fits into one file. */
export type SitemapPlan = readonly SitemapPart[] | null

/** How the addresses are split into files; worked out once an hour. */
export async function sitemapPlan(
  deps: PublicReadDeps,
  { pageSize = SITEMAP_URLS }: { readonly pageSize?: number } = {},
): Promise<SitemapPlan> {
  const { value } = await readFresh(deps, {
    key: `sitemap-1:${pageSize}`,
    maxAgeMs: HOUR_MS,
    load: () => makePlan(deps.db(), pageSize),
  })
  return value
}

async function makePlan(db: Database, pageSize: number): Promise<SitemapPlan> {
  if ((await countSitemapKeys(db, pageSize + 1)) <= pageSize) return null
  const parts: SitemapPart[] = []
  for (const kind of SITEMAP_KINDS) {
    let after: string | null = ''
    for (let page = 0; page < MOST_PAGES && after !== null; page++) {
      parts.push({ kind, after })
      after = await lastKeyOfPage(db, { kind, after, pageSize })
    }
  }
  return parts
}

/** The index of the files, where there are several. */
export function sitemapIndex(parts: readonly SitemapPart[], origin: string): string {
  const files = parts.map(({ kind, after }) => {
    const query = new URLSearchParams({ of: kind, ...(after === '' ? {} : { after }) })
    return `<sitemap><loc>${escapeXml(`${origin}/sitemap.xml?${query}`)}</loc></sitemap>\n`
  })
  return `${XML}<sitemapindex xmlns="${NAMESPACE}">\n${files.join('')}</sitemapindex>\n`
}

/** A file of addresses in pieces: of one part, or of all there is. Never more than one file may hold. */
export async function* sitemapUrls(
  db: Database,
  asked: { readonly origin: string; readonly part: SitemapPart | null; readonly pageSize?: number },
): AsyncGenerator<string> {
  const { origin, part, pageSize = SITEMAP_URLS } = asked
  const parts = part === null ? SITEMAP_KINDS.map((kind) => ({ kind, after: '' })) : [part]
  let left = pageSize
  let head = `${XML}<urlset xmlns="${NAMESPACE}">\n`
  for (const { kind, after: first } of parts) {
    for (let after: string | undefined = first; after !== undefined && left > 0; ) {
      const limit = Math.min(AT_ONCE, left)
      const keys: string[] = await sitemapKeys(db, { kind, after, limit })
      yield head + keys.map((key) => urlOf(`${origin}${PATHS[kind]}`, key)).join('')
      head = ''
      left -= keys.length
      after = keys.length < limit ? undefined : keys.at(-1)
    }
  }
  yield '</urlset>\n'
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const PATHS: Readonly<Record<SitemapKind, string>> = {
  products: '/p/',
  organisations: '/o/',
  codes: '/codes/',
}

function urlOf(path: string, key: string): string {
  return `<url><loc>${escapeXml(path + encodeURIComponent(key))}</loc></url>\n`
}
