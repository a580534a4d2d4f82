import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { archiveProduct } from '../../../worker/verbs/products/archive-product.ts'
import { sitemapIndex, sitemapPlan, sitemapUrls } from '../../../worker/verbs/sitemap/sitemap.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
} from '../../support/factories.ts'
import { scanApp } from '../scan/support.ts'

const ORIGIN = 'https://tem.example.vn'

let db: Database
let ctx: VerbContext
let told: string[]
let untold: string[]

/** A few of everything that is told, and of what is not. */
beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  const { batch } = await makeRun(ctx)
  const person = await makeOrganisation(ctx, { kind: 'household' })
  const ofPerson = await makeProduct(ctx, { organisationId: person.id })
  const { code } = await makeCode(ctx, { holderId: batch.organisationId })
  const away = await makeProduct(ctx, { organisationId: batch.organisationId })
  await archiveProduct({ ctx, input: { id: away.id, archived: true } })
  told = [
    ...[`/p/${batch.productId}`, `/p/${ofPerson.id}`, `/o/${batch.organisationId}`],
    ...[`/codes/${batch.area.code}`, `/codes/${batch.house.code}`, `/codes/${code}`],
  ]
  untold = [person.id, away.id, batch.ref]
})

beforeEach(() => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  return () => log.mockRestore()
})

const addressesIn = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => (url ?? '').replaceAll('&amp;', '&'))

async function whole(pieces: AsyncGenerator<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

describe('GET /sitemap.xml', () => {
  it('names products, producers and codes once, and neither labels, batches nor unnamed persons', async () => {
    const response = await scanApp(db).ask('/sitemap.xml')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    })
    const xml = await response.text()
    expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset [\s\S]*<\/urlset>\n$/)
    expect(addressesIn(xml).sort()).toEqual(told.map((path) => ORIGIN + path).sort())
    for (const id of untold) expect(xml).not.toContain(id)
  })

  it.each([1, 2, 3, 5])(
    'in files of %i at most names everything just the same, by an index',
    async (pageSize) => {
      const { deps } = appDeps()
      const plan = await sitemapPlan(deps, { pageSize })
      const files = addressesIn(sitemapIndex(plan ?? [], ORIGIN))
      const found: string[] = []
      for (const [at, part] of (plan ?? []).entries()) {
        const query = new URL(files[at] ?? '').searchParams
        expect([query.get('of'), query.get('after') ?? '']).toEqual([part.kind, part.after])
        const urls = addressesIn(await whole(sitemapUrls(db, { origin: ORIGIN, part, pageSize })))
        expect(urls.length).toBeLessThanOrEqual(pageSize)
        found.push(...urls)
      }
      expect(found.sort()).toEqual(told.map((path) => ORIGIN + path).sort())
    },
  )

  it('answers for a part by its address, and 404 for one that is none', async () => {
    const app = scanApp(db)
    const xml = await (await app.ask('/sitemap.xml?of=organisations')).text()
    expect(addressesIn(xml)).toEqual(
      told.filter((path) => path.startsWith('/o/')).map((p) => ORIGIN + p),
    )
    expect((await app.ask('/sitemap.xml?of=labels')).status).toBe(404)
  })

  it('works out how it is split once an hour', async () => {
    const { deps, app } = appDeps()
    await sitemapPlan(deps, {})
    const before = app.state.databaseCalls
    await sitemapPlan(deps, {})
    expect(app.state.databaseCalls).toBe(before)
  })

  it('is 503 while the database does not answer, before a byte is sent', async () => {
    const app = scanApp(db)
    app.breakDatabase()
    expect((await app.ask('/sitemap.xml')).status).toBe(503)
    expect((await app.ask('/sitemap.xml?of=codes')).status).toBe(503)
  })
})

it('robots.txt names it by its whole address', async () => {
  const response = await scanApp(db).ask('/robots.txt')
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect((await response.text()).split('\n')).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
})

function appDeps() {
  const app = scanApp(db)
  return { app, deps: app.deps }
}
