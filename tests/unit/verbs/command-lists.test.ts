import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { batchDocument, product } from '../../../db/schema/index.ts'
import { register as registerBatches } from '../../../scripts/commands/batches.ts'
import { register as registerLabels } from '../../../scripts/commands/labels.ts'
import { register as registerOrganisations } from '../../../scripts/commands/organisations.ts'
import { register as registerProducts } from '../../../scripts/commands/products.ts'
import { register as registerVerify } from '../../../scripts/commands/verify.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import { readBatches } from '../../../worker/verbs/batches/list-batches.ts'
import { readProducts } from '../../../worker/verbs/products/list-products.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeRun,
  NOW,
} from '../../support/factories.ts'
import { makeGrower } from './goods/goods-support.ts'

let db: Database
let folder: string
let said: string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'goc-lists-'))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
})

afterAll(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  db = (await freshDatabase()).db
})

afterEach(() => {
  process.exitCode = 0
})

async function goc(...args: string[]): Promise<string> {
  said = []
  const program = new Command('goc')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  const openContext = async () => ({
    ctx: makeContext(db),
    origin: 'https://tem.example.vn',
    ownHosts: new Set(['tem.example.vn']),
    databaseUrl: '',
    authToken: undefined,
    close: async () => undefined,
  })
  for (const register of [
    registerBatches,
    registerLabels,
    registerOrganisations,
    registerProducts,
    registerVerify,
  ]) {
    register(program, openContext)
  }
  await program.parseAsync(args, { from: 'user' })
  return said.join('')
}

/** Batches made one after another, a minute apart. */
async function makeBatches(count: number, given: Parameters<typeof makeBatch>[1] = {}) {
  const made = []
  for (let i = 0; i < count; i++) {
    const ctx = makeContext(db, { now: () => NOW + i * 60_000 })
    made.push(await makeBatch(ctx, { lot: `L-${i + 1}`, ...given }))
  }
  return made
}

describe('labels of a batch whose packing day is to come', () => {
  it('are made once somebody confirms that it is meant', async () => {
    const { ref } = await makeBatch(makeContext(db), { packedOn: '2026-06-18' })
    const issue = (...args: string[]) =>
      goc('labels', 'issue', '--batch', ref, '--count', '2', '--out', '-', ...args)
    await expect(issue()).rejects.toMatchObject({
      code: 'needs_confirmation',
      questions: [{ code: 'packed_ahead' }],
    })
    await issue('--confirm', 'packed_ahead')
    expect(await goc('labels', 'list', '--batch', ref)).toContain('tem 1–2')
  })
})

describe('goc products update', () => {
  it('changes what is given and keeps the rest, in the document of a sealed batch too', async () => {
    const ctx = makeContext(db)
    const { batch } = await makeRun(ctx)
    const id = batch.productId
    const update = (...args: string[]) => goc('products', 'update', id, ...args)
    const images = [{ url: '/media/a.jpg', alt: 'Xoài', width: 10, height: 10 }]
    await db.update(product).set({ images, brand: 'Cũ' }).where(eq(product.id, id))
    expect(await update('--shelf-life', '30 ngày', '--warning', 'Rửa kỹ', '--brand', '')).toContain(
      id,
    )
    const [row] = await db.select().from(product).where(eq(product.id, id))
    expect(row).toMatchObject({ shelfLife: '30 ngày', warnings: ['Rửa kỹ'], brand: null, images })
    const [stored] = await db.select().from(batchDocument).where(eq(batchDocument.ref, batch.ref))
    expect(JSON.parse(stored?.document ?? '').provenance.product.shelfLife).toBe('30 ngày')
    expect(await update('--shelf-life', '30 ngày')).toContain('đã đúng như vậy')
    await expect(update()).rejects.toThrow('ít nhất một')
  })

  it('refuses the name of another product of the organisation, and what is not there', async () => {
    const ctx = makeContext(db)
    const { id: organisationId } = await makeOrganisation(ctx)
    const first = await makeProduct(ctx, { organisationId, name: 'Xoài cát' })
    const second = await makeProduct(ctx, { organisationId, name: 'Ổi lê' })
    await expect(goc('products', 'update', second.id, '--name', 'XOÀI CÁT')).rejects.toMatchObject({
      code: 'conflict',
      existing: { id: first.id },
    })
    await expect(goc('products', 'update', 'x', '--name', 'y')).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('lists of the command line', () => {
  it('show batches newest first, of everybody or of one organisation', async () => {
    const [first, second] = await makeBatches(2)
    const lines = (await goc('batches', 'list')).trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain(`${second?.ref}  lô L-2`)
    expect(lines[0]).toContain('1.000 kg  đóng gói 10/06/2026  chưa in tem')
    const own = JSON.parse(
      await goc('batches', 'list', '--organisation', first?.organisationId ?? '', '--json'),
    )
    expect(own).toMatchObject([{ ref: first?.ref, lot: 'L-1' }])
  })

  it('go through every page and say when there is more', async () => {
    const { productId } = await makeBatch(makeContext(db), { lot: 'L-0' })
    await makeBatches(6, { productId })
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await readBatches(makeContext(db), { organisationId: null, cursor, limit: 2 })
      seen.push(...page.rows.map(({ lot }) => lot))
      cursor = page.nextCursor
    } while (cursor !== null)
    // L-0 was made in the same minute as L-1.
    expect(seen.slice(0, 5)).toEqual(['L-6', 'L-5', 'L-4', 'L-3', 'L-2'])
    expect(seen.slice(5).sort()).toEqual(['L-0', 'L-1'])
    expect((await goc('batches', 'list', '--limit', '3')).trim().split('\n')).toHaveLength(3)
  })

  it('show products and organisations by name', async () => {
    const ctx = makeContext(db)
    const { id: organisationId } = await makeOrganisation(ctx, { name: 'Hợp tác xã Ấp Mới' })
    await makeProduct(ctx, { organisationId, name: 'Xoài cát' })
    await makeProduct(ctx, { organisationId, name: 'Ổi lê' })
    const products = await goc('products', 'list', '--organisation', 'hop tac xa ap moi')
    expect(
      products
        .trim()
        .split('\n')
        .map((line) => line.split('  ')[1]),
    ).toEqual(['Ổi lê', 'Xoài cát'])
    expect(await goc('organisations', 'list', '--find', 'ap moi')).toContain('Hợp tác xã Ấp Mới')
    const page = await readProducts(ctx, { organisationId, cursor: null, limit: 1 })
    expect(page).toMatchObject({ rows: [{ name: 'Ổi lê' }], nextCursor: expect.any(String) })
  })

  it('show a token its own organisation’s batches alone', async () => {
    const [mine, theirs] = await makeBatches(2)
    const token = (organisationId: string | null) => ({
      actor: {
        kind: 'token' as const,
        tokenId: 't',
        name: 't',
        organisationId,
        scopes: ['batches:write' as const],
      },
    })
    const asked = { organisationId: null, cursor: null, limit: 10 }
    const own = makeContext(db, token(mine?.organisationId ?? ''))
    expect((await readBatches(own, asked)).rows.map(({ ref }) => ref)).toEqual([mine?.ref])
    const others = { ...asked, organisationId: theirs?.organisationId ?? '' }
    expect((await readBatches(own, others)).rows).toEqual([])
    expect((await readBatches(makeContext(db, token(null)), asked)).rows).toHaveLength(2)
  })
})

describe('a batch named by its lot number', () => {
  it('is the one of that number', async () => {
    const [batch] = await makeBatches(1)
    expect(JSON.parse(await goc('batches', 'show', 'L-1'))).toMatchObject({ ref: batch?.ref })
    expect(await goc('batches', 'recall', 'L-1', '--reason', 'Thử')).toContain(`lô ${batch?.ref}`)
    await expect(goc('batches', 'show', 'L-9')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is asked whose it is where several have one', async () => {
    const [mine, theirs] = await makeBatches(2, { lot: 'L-7' })
    await expect(goc('batches', 'show', 'L-7')).rejects.toMatchObject({
      code: 'conflict',
      text: { vi: expect.stringContaining(theirs?.ref ?? '') },
    })
    const own = await goc('batches', 'show', 'L-7', '--organisation', mine?.organisationId ?? '')
    expect(JSON.parse(own)).toMatchObject({ ref: mine?.ref })
  })

  it('may be a lot number again after the batch was annulled', async () => {
    const ctx = makeContext(db)
    const batch = await makeBatch(ctx, { lot: 'L-7' })
    const again = { productId: batch.productId, lot: 'L-7' }
    await expect(makeBatch(ctx, again)).rejects.toMatchObject({ code: 'conflict' })
    await annulBatch({ ctx, input: { ref: batch.ref, reason: 'Ghi sai ngày' } })
    const { ref } = await makeBatch(ctx, again)
    expect(JSON.parse(await goc('batches', 'show', 'L-7'))).toMatchObject({ ref })
    expect(JSON.parse(await goc('batches', 'show', batch.ref))).toMatchObject({ ref: batch.ref })
  })
})

describe('files of labels', () => {
  it('are never written over unasked, and nothing is issued', async () => {
    await makeBatches(1)
    const out = join(folder, 'tem.csv')
    writeFileSync(out, 'của tôi')
    const issue = ['labels', 'issue', '--batch', 'L-1', '--count', '2', '--out', out]
    await expect(goc(...issue)).rejects.toThrow('--force')
    expect(readFileSync(out, 'utf8')).toBe('của tôi')
    expect(await goc('labels', 'list', '--batch', 'L-1')).toContain('chưa có tem')
    await goc(...issue, '--force')
    expect(readFileSync(out, 'utf8')).toMatch(/^serial,url/)
  })

  it('of SVG are a zip by name too', async () => {
    await makeBatches(1)
    const out = join(folder, 'tem.svg')
    const told = await goc(
      ...['labels', 'issue', '--batch', 'L-1', '--count', '2', '--format', 'svg', '--out', out],
    )
    expect(existsSync(out)).toBe(false)
    expect(readFileSync(join(folder, 'tem.zip')).subarray(0, 2).toString()).toBe('PK')
    expect(told).toContain('tem.zip')
  })
})

describe('goc verify', () => {
  it('leaves an exit code by which a script notices what is not genuine', async () => {
    await makeBatches(1)
    const out = join(folder, 'verify.csv')
    await goc('labels', 'issue', '--batch', 'L-1', '--count', '1', '--out', out)
    const url = readFileSync(out, 'utf8').split('\n')[1]?.split(',')[1] ?? ''
    await goc('verify', url)
    expect(process.exitCode ?? 0).toBe(0)
    await goc('verify', url.replace(/\/1\/VN/, '/2/VN'))
    expect(process.exitCode).toBe(3)
  })
})

describe('goc batches create', () => {
  it('takes harvests and goods bought in, and asks about more than they give', async () => {
    const { productId, harvest } = await makeGrower(makeContext(db))
    const { id: entry } = await harvest(60)
    const declare = (lot: string, quantity: string, ...more: string[]) =>
      goc(
        ...['batches', 'create', '--product', productId, '--lot', lot, '--quantity', quantity],
        ...['--packed-on', '2026-06-10', '--harvest', `${entry}=60`],
        ...['--bought', 'Hộ bà Tư=40=2026-06-09=HD-7', ...more],
      )
    const ref = (await declare('L1', '100')).trim()
    const shown = JSON.parse(await goc('batches', 'show', ref))
    expect(shown).toMatchObject({
      harvests: [{ entry, quantityKg: 60 }],
      purchases: [{ seller: 'Hộ bà Tư', quantityKg: 40, boughtOn: '2026-06-09', paperNo: 'HD-7' }],
    })
    await expect(goc('batches', 'update', ref, '--harvest', entry)).rejects.toThrow('MÃ=KG')
    await expect(goc('batches', 'update', ref, '--bought', 'Bà Tư=40')).rejects.toThrow('NGÀY')
  })
})
