import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addDays, toCalendarDate } from '../../worker/lib/time/calendar-date.ts'
import { formatDate } from '../../worker/lib/time/format-date.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { hasChromium, openBrowser, openPage } from '../support/browser.ts'
import { goc } from '../support/running-goc.ts'
import { signIn } from '../support/sign-in.ts'

const running = inject('goc')
const { origin, accounts } = running
const folder = mkdtempSync(join(tmpdir(), 'goc-officer-'))
const today = vietnamDateOf(Date.now())
const day = (offset: number) => formatDate(addDays(today, offset))

const CODE = 'VN-AGOR-9777'
const AREA = 'Vùng xoài Hòa Lộc Minh Họa Hành Trình'
/** A change may take as long as this to reach the page of a label. */
const FRESH_MS = 35_000

describe.skipIf(!hasChromium)('an officer', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    page = await openPage(browser)
    await signIn(page, { origin, accounts, role: 'officer' })
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('imports a list, finds the code by a misspelt name, suspends it for one market, sees label, notices and feed change, and restores it', async () => {
    await importList(page)
    const label = await labelOfTheArea()
    const reader = await openPage(browser)
    await until(reader, label, (text) => /Tem thật\. Không có cảnh báo\./.test(text))

    await findByMisspeltName(page)
    await decide(page, { status: 'suspended', documentNo: '12/TB-HT', reasonCode: 'phytosanitary' })
    expect(await page.locator('main').innerText()).toMatch(/Trung Quốc\s+tạm dừng/)
    expect(await page.locator('main').innerText()).toMatch(/Trong nước\s+đang hoạt động/)

    expect(await noticesSay()).toContain('12/TB-HT')
    expect(await feedSays()).toContain(CODE)
    await until(reader, label, (text) => /Tem thật\. Có lưu ý\./.test(text))
    expect(await reader.locator('main').innerText()).toContain('Trung Quốc')

    await page.goto(`${origin}/portal/codes/${CODE}`)
    await decide(page, { status: 'active', documentNo: '13/TB-HT', reasonCode: 'corrected' })
    expect(await page.locator('main').innerText()).toMatch(/Trung Quốc\s+đang hoạt động/)
    expect(await noticesSay()).toContain('13/TB-HT')
    await until(reader, label, (text) => /Tem thật\. Không có cảnh báo\./.test(text))
    await reader.context().close()
  }, 240_000)

  it('has told the holder, in the portal and by a letter', async () => {
    const holder = await openPage(browser)
    await signIn(holder, { origin, accounts, role: 'producer' })
    await holder.goto(`${origin}/portal/notifications`)
    expect(await holder.locator('main').innerText()).toContain(CODE)
    await holder.context().close()
  })

  it('finds the deed in the audit log, whose chain holds', async () => {
    await page.goto(`${origin}/portal/audit?q=${CODE}`)
    expect(await page.locator('main').textContent()).toContain('13/TB-HT')
    const verified = await goc(running, ['audit', 'verify'])
    expect(verified.stderr).toBe('')
    expect(verified.code).toBe(0)
  })

  it('keeps what was typed when the session has ended in between', async () => {
    const other = await openPage(browser)
    await signIn(other, { origin, accounts, role: 'officer' })
    await other.goto(`${origin}/portal/codes/${CODE}/status?market=VNM`)
    await fillDecision(other, {
      status: 'suspended',
      documentNo: '99/GIỮ-LẠI',
      reasonCode: 'other',
    })
    await other.locator('[name=reason]').fill('Lý do gõ trước khi hết phiên')
    await other.context().clearCookies()
    await other.getByRole('button', { name: 'Ghi quyết định' }).click()
    await other.waitForSelector('input[name=password]')
    const officer = accounts.find(({ role }) => role === 'officer')
    await other.locator('input[name=email]').fill(officer?.email ?? '')
    await other.locator('input[name=password]').fill(officer?.password ?? '')
    await other.locator('main form button[type=submit]').first().click()
    await other.waitForLoadState()
    const kept = await other
      .locator('main form input[type=hidden]')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
    expect(kept).toContain('99/GIỮ-LẠI')
    expect(kept).toContain('Lý do gõ trước khi hết phiên')
    await other.context().close()
  })
})

/** A list of one code, as an officer keeps it, for two markets. */
async function importList(page: Page): Promise<void> {
  const head =
    'STT;Mã số;Loại mã;Tên vùng trồng/cơ sở đóng gói;Tổ chức, cá nhân;Loại hình tổ chức;Xã;Tỉnh;Cây trồng;Diện tích (ha);Thị trường;Trạng thái;Ngày cấp;Số quyết định'
  const row = (n: number, market: string) =>
    `${n};${CODE};Vùng trồng;${AREA};HTX Nông nghiệp Minh Họa Chợ Mới;HTX;Xã Chợ Mới;An Giang;Xoài;12,5;${market};Đang hoạt động;${day(-400)};77/MH-HT`
  const file = join(folder, 'danh-sach.csv')
  writeFileSync(file, [head, row(1, 'Trung Quốc'), row(2, 'Nội địa')].join('\n'))
  await page.goto(`${origin}/portal/imports/new`)
  await page.locator('select[name=kind]').selectOption('codes')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Xem trước' }).click()
  // Read and stored behind the answers; the pages refresh themselves until it is done.
  await page.getByText(CODE).first().waitFor({ timeout: 30_000 })
  await page.locator('main form button.primary').click()
  await page.waitForURL(/\/portal\/imports\/(?!uploads|new)/)
  await page.getByText('Đã nhập xong').waitFor({ timeout: 30_000 })
}

/** A batch packed under the code, and one label for all of it. */
async function labelOfTheArea(): Promise<string> {
  const batches = join(folder, 'lo.csv')
  const head =
    'Mã lô;Tên sản phẩm;GTIN;Nhà sản xuất;Ngày thu hoạch;Ngày đóng gói;Hạn sử dụng;Số lượng;ĐVT;Thị trường;Mã số vùng trồng;Mã số cơ sở đóng gói'
  const row = `HT-01;Xoài cát Hành Trình;;HTX Nông nghiệp Minh Họa Chợ Mới;${day(-4)};${day(-3)};${day(90)};900;kg;Nội địa, Trung Quốc;${CODE};VN-AGPH-9001`
  writeFileSync(batches, [head, row].join('\n'))
  const imported = await goc(running, ['batches', 'import', batches])
  const ref = /\b([0-9A-HJKMNP-TV-Z]{8})\b/.exec(imported.stdout)?.[1] ?? ''
  expect(ref, imported.stdout + imported.stderr).not.toBe('')
  const out = join(folder, 'tem.csv')
  const args = ['labels', 'issue', '--batch', ref, '--count', '1', '--whole-batch']
  const issued = await goc(running, [...args, '--format', 'csv', '--out', out])
  expect(issued.code, issued.stderr).toBe(0)
  const url = /https?:[^,\s]+/i.exec(readFileSync(out, 'utf8'))?.[0] ?? ''
  return url
}

async function findByMisspeltName(page: Page): Promise<void> {
  await page.goto(`${origin}/portal/codes`)
  await page.locator('input[name=q]').fill('vung xoai hoa lok hanh trinh')
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await page.getByRole('link', { name: CODE }).first().click()
  await page.waitForURL(`**/portal/codes/${CODE}`)
}

type Deed = { readonly status: string; readonly documentNo: string; readonly reasonCode: string }

/** Records a decision for China from the page of the code. */
async function decide(page: Page, deed: Deed): Promise<void> {
  await page.goto(`${origin}/portal/codes/${CODE}/status?market=CHN`)
  await fillDecision(page, deed)
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await page.waitForURL(new RegExp(`/portal/codes/${CODE}(?:\\?.*)?$`))
}

async function fillDecision(page: Page, deed: Deed): Promise<void> {
  await page.locator('select[name=status]').selectOption(deed.status)
  await page.locator('input[name=effectiveOn]').fill(toCalendarDate(today) ?? '')
  await page.locator('select[name=reasonCode]').selectOption(deed.reasonCode)
  await page.locator('input[name=documentNo]').fill(deed.documentNo)
}

/** Reloads a label's page until it says what it should; a shopper may see it up to 30 seconds late. */
async function until(page: Page, url: string, says: (text: string) => boolean): Promise<void> {
  const deadline = Date.now() + FRESH_MS
  for (;;) {
    await page.goto(url)
    const text = await page.locator('body').innerText()
    if (says(text)) return
    if (Date.now() > deadline) throw new Error(`the label still says: ${text.slice(0, 400)}`)
    await page.waitForTimeout(1_000)
  }
}

/** At once: no waiting here. */
async function noticesSay(): Promise<string> {
  return (await fetch(`${origin}/api/v1/notices`)).text()
}

async function feedSays(): Promise<string> {
  return (await fetch(`${origin}/api/v1/notices.atom`)).text()
}
