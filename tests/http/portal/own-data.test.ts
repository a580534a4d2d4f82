import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { type OwnKey, readOwnRows } from '../../../db/queries/own-data.ts'
import { batchSale } from '../../../db/schema/index.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeContext,
  makeDiaryEvent,
  makeProduct,
  makeRun,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

it('gives an organisation all that is its own as tables with their columns told, and nothing of others', async () => {
  const { db } = await freshDatabase()
  const ctx = makeContext(db)
  await createKey({ ctx, input: { authority: 'Sở thử nghiệm' } })
  const person = await makePerson(db, 'producer')
  const { organisationId } = person
  const { id: productId } = await makeProduct(ctx, { organisationId, name: '=Xoài của tôi' })
  const made = await makeRun(ctx, {
    batch: {
      ...{ productId, lot: 'LO-TOI', growingAreas: [] },
      purchases: [{ seller: 'Chị Ba', quantityKg: 1000, boughtOn: '2026-06-01' }],
    },
  })
  const sale = { batchId: made.batch.id, quantityKg: 5, soldOn: '2026-06-12', createdAt: 1 }
  await db.insert(batchSale).values({ ...sale, id: 's', buyer: 'Chợ Đầu Mối' })
  for (let at = 0; at < 12; at++) await makeBatch(ctx, { productId, lot: `N${at}` })
  const foreign = await makeBatch(ctx, { lot: 'LO-NGUOI-KHAC' })
  await makeDiaryEvent(ctx, { siteId: foreign.area.siteId, summary: 'Của người khác' })

  const { response, status } = await portalApp(db, person).get('/portal/imports/everything')
  expect([status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const text = (name: string) => new TextDecoder().decode(files[name])
  expect(text('products.csv')).toContain("'=Xoài của tôi")
  expect(text('batches.csv').trim().split('\r\n')).toHaveLength(1 + 13)
  const lots: unknown[] = []
  let after: OwnKey | null = null
  do {
    const asked = { name: 'batches', organisationId, after, limit: 5 } as const
    const page: Awaited<ReturnType<typeof readOwnRows>> = await readOwnRows(db, asked)
    lots.push(...page.rows.map(({ lot }) => lot))
    after = page.last
  } while (after !== null)
  expect(new Set(lots).size).toBe(13)
  expect(lots).toHaveLength(13)
  expect(text('batch_purchases.csv')).toContain('Chị Ba')
  expect(text('batch_sales.csv')).toContain('Chợ Đầu Mối')
  expect(text('label_runs.csv')).toContain(made.run.id)
  const all = Object.keys(files).map(text).join('')
  for (const secret of ['LO-NGUOI-KHAC', 'Của người khác', foreign.ref]) {
    expect(all).not.toContain(secret)
  }
  for (const name of Object.keys(files).filter((each) => each.endsWith('.csv'))) {
    const [heading = ''] = text(name).replace('\uFEFF', '').split('\r\n')
    for (const column of heading.split(',')) expect(text('README.txt')).toContain(`  ${column}: `)
  }
  const inspector = await makePerson(db, 'inspector')
  expect((await portalApp(db, inspector).get('/portal/imports/everything')).status).toBe(403)
})
