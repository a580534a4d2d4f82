import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { SearchPageModel } from '../../../site/models/search.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
} from '../../support/factories.ts'
import { portalApp } from '../../support/portal-app.ts'

let db: Database

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await createKey({ ctx: makeContext(db), input: {} })
})

async function search(q: string): Promise<SearchPageModel> {
  const { model } = await portalApp(db, null).get(`/search?q=${encodeURIComponent(q)}`)
  if (model?.kind !== 'search') throw new Error('no search was shown')
  return model
}

describe('GET /search', () => {
  it('finds products and producers without their marks, by the beginnings of words in any order', async () => {
    const ctx = makeContext(db)
    const { id: organisationId } = await makeOrganisation(ctx, { name: 'HTX Đậu Phụng Tân Châu' })
    const { id } = await makeProduct(ctx, {
      organisationId,
      name: 'Đậu phụng (rang muối) Tân Châu',
    })
    for (const q of ['dau phung rang', 'RANG đậu', 'muối châu']) {
      expect((await search(q)).finds?.products.map((found) => found.id)).toEqual([id])
    }
    const { finds } = await search('dau phung')
    expect(finds?.producers.map((found) => found.id)).toEqual([organisationId])
    expect((await search('dau phung khong co')).finds?.products).toEqual([])
  })

  it('follows a new name and forgets the old one', async () => {
    const ctx = makeContext(db)
    const { id } = await makeProduct(ctx, { name: 'Mắm cũ kỹ' })
    await db.run(sql`UPDATE product SET name = 'Mắm mới', name_folded = 'mam moi' WHERE id = ${id}`)
    expect((await search('mam moi')).finds?.products.map((found) => found.id)).toContain(id)
    expect((await search('mam cu ky')).finds?.products).toEqual([])
  })

  it('names no person who has not agreed to it', async () => {
    const ctx = makeContext(db)
    const { id: organisationId } = await makeOrganisation(ctx, {
      name: 'Hộ Quách Thị Kín Đáo',
      kind: 'household',
    })
    await makeProduct(ctx, { organisationId, name: 'Mật ong Kín Đáo' })
    const { finds } = await search('kin dao')
    expect(finds?.producers).toEqual([])
    expect(finds?.products.map(({ producer }) => producer)).toEqual([null])
  })

  it('finds a batch with labels by its whole lot number, never by a part of it', async () => {
    const ctx = makeContext(db)
    const { batch } = await makeRun(ctx, { batch: { lot: 'LOT-TIM-77' } })
    expect((await search('lot-tim-77')).finds?.lots.map(({ ref }) => ref)).toEqual([batch.ref])
    expect((await search('LOT-TIM')).finds?.lots).toEqual([])
  })

  it('leads a batch code to its batch and a label to its check', async () => {
    const app = portalApp(db, null)
    const { ref } = await makeBatch(makeContext(db))
    expect((await app.get(`/search?q=${ref.toLowerCase()}`)).location).toBe(`/b/${ref}`)
    const label = await app.get('/search?q=https%3A%2F%2Fexample.vn%2Fx&lang=en')
    expect(label.location).toMatch(/^\/check\?code=https%3A.*&lang=en$/)
  })

  it('takes whatever is typed: quotes, wildcards, a long text', async () => {
    for (const q of ['"', "'; DROP TABLE product; --", '%_*', '()', 'a'.repeat(5_000), '﹪ 芒果']) {
      expect((await search(q)).finds).not.toBeNull()
    }
  })

  it('reads indexes alone', async () => {
    const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN
      SELECT DISTINCT id FROM goods_word w WHERE w.word >= 'xoai' AND w.word < 'xoaj' AND w.kind = 'product'`)
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/SEARCH w USING PRIMARY KEY/)
  })
})

describe('GET /recalls', () => {
  it('shows what is being recalled now, newest first, and no longer once it is taken back', async () => {
    const ctx = makeContext(db)
    const { batch } = await makeRun(ctx, { batch: { lot: 'THU-HOI-1' } })
    await recallBatch({ ctx, input: { ref: batch.ref, reason: 'Dư lượng thuốc' } })
    const read = async () => {
      const { model } = await portalApp(db, null).get('/recalls')
      if (model?.kind !== 'recalls') throw new Error('no recalls were shown')
      return model.items
    }
    expect((await read())[0]).toMatchObject({ ref: batch.ref, lot: 'THU-HOI-1' })
    const again = makeContext(db, { now: () => ctx.now() + 60_000 })
    await recallBatch({ ctx: again, input: { ref: batch.ref, reason: 'Nhầm', withdraw: true } })
    expect((await read()).map(({ ref }) => ref)).not.toContain(batch.ref)
  })
})
