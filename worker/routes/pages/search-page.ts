import type { Context } from 'hono'
import { readLabelText } from '../../domain/label/parse-label.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { searchPublic } from '../../verbs/search/search-public.ts'
import { langQuery } from './lang-query.ts'
import { showPage } from './show-page.ts'

const LONGEST = 2_000

/** `GET /search?q=`: products, producers, codes and lots, open to everyone; a label or batch code leads on. */
export async function showSearchPage(c: Context<AppEnv>): Promise<Response> {
  const { deps, language } = c.var
  const typed = (c.req.query('q') ?? '').trim().slice(0, LONGEST)
  const ref = readTypedRef(typed)
  if (ref !== null) return c.redirect(`/b/${ref}${langQuery(language)}`, 303)
  if (readLabelText(typed).label !== null || /^https?:\/\//i.test(typed)) {
    return c.redirect(`/check${langQuery(language, `?code=${encodeURIComponent(typed)}`)}`, 303)
  }
  const finds = typed === '' ? null : await searchPublic(deps, typed)
  const page = await showPage(c, { kind: 'search', typed: typed.slice(0, 100), finds })
  // What people searched for is nobody's to index.
  page.headers.set('x-robots-tag', 'noindex')
  return page
}
