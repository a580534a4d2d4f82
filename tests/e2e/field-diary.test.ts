import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { hasChromium } from '../support/browser.ts'
import {
  queueOf,
  signInOnPage,
  signInToApp,
  tapCounter,
  untilInstalled,
} from '../support/field-app.ts'
import { type FieldPhone, fieldPhone, type OpenPhone } from '../support/field-phone.ts'
import { makeJpeg } from '../support/pictures.ts'
import { goc } from '../support/running-goc.ts'

const { origin, dataDir, accounts } = inject('goc')
const TEN = 10
const MOST_TAPS = 8
const MOST_SECONDS = 30

describe.skipIf(!hasChromium)('the diary in the field', () => {
  let phone: FieldPhone
  let open: OpenPhone
  let ids: string[]
  beforeAll(async () => {
    phone = fieldPhone()
    open = await phone.open()
  })
  afterAll(async () => {
    await open.close()
    phone.remove()
  })

  it('opens without a network once somebody signed in', async () => {
    await signInToApp(open.page, { origin, accounts })
    await open.page.locator('.big').first().waitFor()
    await untilInstalled(open.page)
    await open.context.setOffline(true)
    await open.page.goto(`${origin}/app/`)
    await open.page.locator('.big').first().waitFor()
    expect(await open.page.locator('.big').count()).toBe(4)
  })

  it('keeps ten entries with photos while there is no network', async () => {
    for (let n = 1; n <= TEN; n++) await writeFertiliser(open.page, n)
    const queue = await queueOf(open.page)
    expect(queue.map(({ state }) => state)).toEqual(Array(TEN).fill('waiting'))
    ids = queue.map(({ id }) => id)
  })

  it('still has all of them after the browser was killed', async () => {
    await open.kill()
    open = await phone.open()
    await open.context.setOffline(true)
    await open.page.goto(`${origin}/app/queue`)
    await expect.poll(() => open.page.locator('.state.waiting').count()).toBe(TEN)
    expect((await queueOf(open.page)).map(({ id }) => id)).toEqual(ids)
  })

  it('sends each once and in order when there is a network again and its writer signed in', async () => {
    // A week later the session has ended, or the browser lost it when it was killed.
    await open.context.clearCookies()
    await open.context.setOffline(false)
    await open.page.getByRole('button', { name: 'Đăng nhập lại để gửi' }).click()
    await signInOnPage(open.page, { accounts, role: 'producer' })
    await open.page.goto(`${origin}/app/queue`)
    await expect
      .poll(() => open.page.locator('.state.stored').count(), { timeout: 60_000 })
      .toBe(TEN)
    const rows = await entriesOnServer(ids)
    expect(rows.map(({ id }) => id)).toEqual(ids)
    expect(rows.map(({ product }) => product)).toEqual(ids.map((_, at) => productOf(at + 1)))
  })

  it('is on the page of the goods once they are packed, in order', async () => {
    const [{ code } = { code: '' }] = await entriesOnServer(ids)
    const name = await open.page.evaluate(async () => {
      const kit = await (await fetch('/app/kit')).json()
      return kit.organisations[0].name as string
    })
    const label = await packToday({ code, organisation: name })
    const text = await (await fetch(label, { headers: { accept: 'text/html' } })).text()
    const products = ids.map((_, at) => productOf(at + 1))
    const found = products.filter((product) => text.includes(product))
    expect(found.toSorted((a, b) => text.indexOf(a) - text.indexOf(b))).toEqual(products)
  })

  it('takes few taps and less than half a minute for work like the last time', async () => {
    const { page } = open
    await writeSpraying(page)
    const { tap, takePhoto, count } = tapCounter()
    await page.goto(`${origin}/app/`)
    const startedAt = Date.now()
    await tap(page.locator('.big').first())
    await takePhoto(page, await photoOf(99))
    await tap(page.locator('.like-last'))
    await tap(page.locator('.submit .primary'))
    expect(await page.locator('.waits').textContent()).toMatch(/Cách ly đến ngày \d\d\/\d\d\/\d{4}/)
    await tap(page.locator('.review .primary'))
    await page.locator('.told').waitFor()
    const seconds = (Date.now() - startedAt) / 1_000
    process.stderr.write(`one entry: ${count()} taps, ${seconds.toFixed(1)} s\n`)
    expect(count()).toBeLessThanOrEqual(MOST_TAPS)
    expect(seconds).toBeLessThan(MOST_SECONDS)
  })
})

/** An entry that says the same as another is asked about. */
const MARK = Date.now().toString(36)
const productOf = (n: number) => `Phân thử ${MARK} ${n};`

async function photoOf(n: number): Promise<Buffer> {
  return Buffer.from(await makeJpeg({ width: 640 + n, height: 480 }))
}

/** A whole entry by hand, as somebody writes it for the first time. */
async function writeFertiliser(page: Page, n: number): Promise<void> {
  await page.getByRole('button', { name: 'Bón phân' }).click()
  await page.locator('.camera input').setInputFiles({
    ...{ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await photoOf(n) },
  })
  await page.locator('.photos img').waitFor()
  await page.getByLabel('Nơi làm').selectOption({ index: 0 })
  await page.getByLabel('Sản phẩm').fill(productOf(n))
  await page.locator('.submit .primary').click()
  await page.locator('.review .primary').click()
  await page.locator('.told').waitFor()
}

/** At a place where nobody packs: its waiting must not stop what other tests pack. */
async function writeSpraying(page: Page): Promise<void> {
  await page.goto(`${origin}/app/new/plant_protection`)
  await page.getByLabel('Nơi làm').selectOption({ index: 3 })
  await page.getByLabel('Sản phẩm').fill('Abamectin 3.6EC')
  await page.getByLabel('Thời gian cách ly').fill('7')
  await page.locator('.submit .primary').click()
  await page.locator('.review .primary').click()
  await page.locator('.told').waitFor()
}

/** Packs goods of the place today and gives the address of a label on them. */
async function packToday({
  code,
  organisation,
}: {
  readonly code: string
  readonly organisation: string
}): Promise<string> {
  const running = { dataDir, origin }
  const made = await goc(running, [
    ...['token', 'create', '--name', 'field', '--organisation', organisation],
    ...['--scope', 'batches:write', '--scope', 'labels:issue'],
  ])
  const token = made.stdout.trim()
  const ask = async (path: string, body?: object) => {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
    return text
  }
  const today = vietnamDateOf(Date.now())
  const product = JSON.parse(await ask('/products', { name: `Xoài ngoài vườn ${Date.now()}` }))
  const batch = JSON.parse(
    await ask('/batches', {
      ...{ productId: product.id, lot: `FIELD-${Date.now()}`, packedOn: today },
      ...{ harvestedOn: [today], quantity: { value: 20, unit: 'kg' }, growingAreas: [code] },
      ...{ markets: ['VNM'] },
    }),
  )
  const issued = JSON.parse(
    await ask(`/batches/${batch.ref}/labels`, { count: 1, profile: 'full' }),
  )
  const file = await ask(`/runs/${issued.run.id}/labels?format=csv&from=1&to=1`)
  return file.split('\n')[1]?.split(',')[1] ?? ''
}

/** The rows of the server's database, in the order in which they were stored. */
async function entriesOnServer(ids: readonly string[]) {
  const { libsqlUrl } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as {
    libsqlUrl: string
  }
  const client = createClient({ url: libsqlUrl })
  const marks = ids.map(() => '?').join(', ')
  // Of a site with a code, which the producer's first of the demo data has.
  const sql = `SELECT id, json_extract(details, '$.product') AS product,
      (SELECT code FROM code WHERE code.site_id = diary_event.site_id LIMIT 1) AS code
    FROM diary_event WHERE id IN (${marks}) ORDER BY rowid`
  const { rows } = await client.execute({ sql, args: [...ids] })
  client.close()
  return rows.map(({ id, product, code }) => ({ id, product, code: String(code) }))
}
