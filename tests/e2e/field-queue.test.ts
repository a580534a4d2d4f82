import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { hasChromium } from '../support/browser.ts'
import { queueOf, signInToApp, untilInstalled } from '../support/field-app.ts'
import { type FieldPhone, fieldPhone, type OpenPhone } from '../support/field-phone.ts'

const { origin, dataDir, accounts } = inject('goc')
const DAY_MS = 24 * 3_600_000

describe.skipIf(!hasChromium)('the queue of the app', () => {
  let phone: FieldPhone
  let open: OpenPhone
  let page: Page
  beforeAll(async () => {
    phone = fieldPhone()
    open = await phone.open()
    page = open.page
    await signInToApp(page, { origin, accounts })
    await page.locator('.big').first().waitFor()
    await untilInstalled(page)
  })
  afterAll(async () => {
    await open.close()
    phone.remove()
  })

  it('shows what was not accepted and why; mended, it is stored', async () => {
    const text = `Ngày mai ${mark()}`
    await writeNote(page, text, { on: vietnamDateOf(Date.now() + DAY_MS) })
    await openLast(page)
    await page.locator('div.why').waitFor()
    expect(await page.locator('div.why').textContent()).toContain('Ngày này chưa tới')
    await page.getByRole('button', { name: 'Sửa rồi gửi lại' }).click()
    await page.getByRole('button', { name: /^Hôm nay/ }).click()
    await save(page)
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'stored', problem: null })
    const { id } = await lastOf(page)
    expect(await onServer(id)).toMatchObject([{ id, occurred_on: vietnamDateOf(Date.now()) }])
  })

  it('what is asked about goes through once its writer says that it is so', async () => {
    const text = `Hai lần ${mark()}`
    await writeNote(page, text)
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'stored' })
    await writeNote(page, text)
    await openLast(page)
    await page.locator('div.why').waitFor()
    expect(await page.locator('div.why').textContent()).toContain('giống hệt')
    await page.getByRole('button', { name: 'Đúng như vậy, gửi' }).click()
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'stored' })
  })

  it('what was not accepted can be dropped by its writer, after a second look', async () => {
    await writeNote(page, `Bỏ đi ${mark()}`, { on: vietnamDateOf(Date.now() + DAY_MS) })
    await openLast(page)
    await page.getByRole('button', { name: 'Bỏ việc này' }).click()
    await page.getByRole('button', { name: 'Giữ lại' }).click()
    expect(await lastOf(page)).toMatchObject({ state: 'refused' })
    await page.getByRole('button', { name: 'Bỏ việc này' }).click()
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click()
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'dropped' })
  })

  it('an entry of one’s own is corrected, with the reason, and the old one stays', async () => {
    const text = `Ghi sai ${mark()}`
    await writeNote(page, text)
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'stored' })
    const { id } = await lastOf(page)
    await page.goto(`${origin}/app/record/${id}`)
    await page.getByRole('button', { name: 'Sửa dòng này' }).click()
    await page.locator('form.entry').waitFor()
    await page.locator('.submit .primary').click()
    expect(await page.locator('.field .fault').first().textContent()).toBe('Ghi lý do sửa.')
    await page.getByLabel('Lý do sửa').fill('Ghi nhầm')
    await page.getByLabel('Việc đã làm').fill(`${text} đã sửa`)
    await save(page)
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'stored', problem: null })
    const rows = await amendmentsOf(id)
    expect(rows).toMatchObject([{ amends_id: id, reason: 'Ghi nhầm' }])
    expect(await onServer(id)).toHaveLength(1)
  })

  it('an entry of one’s own is taken back, with the reason', async () => {
    await writeNote(page, `Rút lại ${mark()}`)
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'stored' })
    const { id } = await lastOf(page)
    await page.goto(`${origin}/app/correct/${id}`)
    await page.getByLabel('Lý do sửa').fill('Ghi nhầm vườn')
    await page.getByLabel(/^Rút lại dòng này/).check()
    await save(page)
    await expect.poll(() => lastOf(page)).toMatchObject({ state: 'stored', problem: null })
    expect(await amendmentsOf(id)).toMatchObject([{ retracts: 1, reason: 'Ghi nhầm vườn' }])
  })

  it('moves to another phone as a file, and what both send is stored once', async () => {
    await open.context.setOffline(true)
    const text = `Đổi máy ${mark()}`
    await writeNote(page, text)
    const { id } = await lastOf(page)
    await page.goto(`${origin}/app/queue`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lưu ra tệp' }).click(),
    ])
    const file = readFileSync(await download.path())
    const other = fieldPhone()
    const opened = await other.open()
    try {
      await signInToApp(opened.page, { origin, accounts })
      await opened.page.locator('.queue-line').click()
      await opened.page.locator('.file-button input').setInputFiles({
        ...{ name: download.suggestedFilename(), mimeType: 'application/json', buffer: file },
      })
      await expect.poll(() => lastOf(opened.page)).toMatchObject({ id, state: 'stored' })
    } finally {
      await opened.close()
      other.remove()
    }
    await open.context.setOffline(false)
    await expect
      .poll(() => lastOf(page), { timeout: 20_000 })
      .toMatchObject({ id, state: 'stored' })
    expect(await onServer(id)).toHaveLength(1)
  })
})

/** An entry that says the same as another is asked about. */
const mark = () => Date.now().toString(36)

async function lastOf(page: Page) {
  const last = (await queueOf(page)).at(-1)
  if (last === undefined) throw new Error('the queue is empty')
  return last
}

async function openLast(page: Page): Promise<void> {
  await expect.poll(() => lastOf(page)).toMatchObject({ state: 'refused' })
  await page.goto(`${origin}/app/record/${(await lastOf(page)).id}`)
}

async function writeNote(page: Page, text: string, given: { on?: string } = {}): Promise<void> {
  await page.goto(`${origin}/app/new/other`)
  await page.getByLabel('Việc đã làm').fill(text)
  if (given.on !== undefined) {
    await page.getByRole('button', { name: 'Ngày khác' }).click()
    await page.locator('input[type=date]').fill(given.on)
  }
  await save(page)
}

async function save(page: Page): Promise<void> {
  await page.locator('.submit .primary').click()
  await page.locator('.review .primary').click()
  await page.locator('.told').waitFor()
}

const onServer = (id: string) =>
  rowsOf({ sql: 'SELECT id, occurred_on FROM diary_event WHERE id = ?', args: [id] })

const amendmentsOf = (id: string) =>
  rowsOf({
    sql: 'SELECT amends_id, reason, retracts FROM diary_event WHERE amends_id = ?',
    args: [id],
  })

async function rowsOf(asked: { readonly sql: string; readonly args: string[] }) {
  const { libsqlUrl } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as {
    libsqlUrl: string
  }
  const client = createClient({ url: libsqlUrl })
  const { rows } = await client.execute(asked)
  client.close()
  return rows
}
