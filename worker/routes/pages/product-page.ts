import type { Context } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { preferredFormat } from '../../http/negotiate.ts'
import { problemOf } from '../../http/to-problem.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Fresh } from '../../platform/facts-cache.ts'
import { findPublicOrganisation } from '../../verbs/organisations/find-public-organisation.ts'
import { findPublicProduct } from '../../verbs/products/find-public-product.ts'
import { datedDocument } from '../public/json-document.ts'
import { queryOf } from './query-of.ts'
import { showPage } from './show-page.ts'

type C = Context<AppEnv>

/** `GET /p/{PRODUCT}`: a product without any label of it, open to everyone. */
export async function showProductPage(c: C): Promise<Response> {
  const answer = await findPublicProduct(c.var.deps, c.req.param('product') ?? '')
  if (answer === null) throw problemOf('not_found')
  if (answer.kind === 'read_as') {
    c.header('cache-control', 'no-store')
    return c.redirect(`/p/${encodeURIComponent(answer.id)}${queryOf(c.req.url)}`, 308)
  }
  if (wantsJson(c)) return documentOf(c, answer)
  return showPage(c, { kind: 'product', product: answer.value, ...readOf(c, answer) })
}

/** `GET /o/{ORGANISATION}`: a producer with its products and codes, open to everyone. */
export async function showOrganisationPage(c: C): Promise<Response> {
  const answer = await findPublicOrganisation(c.var.deps, c.req.param('organisation') ?? '')
  if (answer === null) throw problemOf('not_found')
  if (wantsJson(c)) return documentOf(c, answer)
  return showPage(c, { kind: 'organisation', organisation: answer.value, ...readOf(c, answer) })
}

function wantsJson(c: C): boolean {
  return preferredFormat(c.req.header('accept') ?? null) === 'json'
}

function readOf(c: C, { readAt, stale }: Fresh<unknown>) {
  const { deps } = c.var
  return { origin: deps.origin, today: vietnamDateOf(deps.now()), asOf: readAt, stale }
}

/** As JSON; to who has it already, that it is the same (RFC 9110 13.1.2). */
async function documentOf(c: C, read: Fresh<object>): Promise<Response> {
  const document = await datedDocument(c, read)
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim())
  const { headers } = document
  if (!known.includes(headers.get('etag') ?? '')) return document
  headers.delete('content-type')
  return new Response(null, { status: 304, headers })
}
