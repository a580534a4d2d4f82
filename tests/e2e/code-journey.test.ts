import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { hasChromium, openBrowser, openPage } from '../support/browser.ts'
import { choose, queueOf, sign, signInToApp, untilInstalled } from '../support/field-app.ts'
import { type FieldPhone, fieldPhone, type OpenPhone } from '../support/field-phone.ts'
import { makeJpeg } from '../support/pictures.ts'
import { signIn } from '../support/sign-in.ts'

const { origin, accounts } = inject('goc')
const today = vietnamDateOf(Date.now())
const AREA = 'Vùng xoài Minh Họa Từ Hồ Sơ'
/** A page that was opened before may be as old as this. */
const FRESH_MS = 35_000

/** What is written into a form, by the names of its fields. */
type Typed = Readonly<Record<string, string>>

describe.skipIf(!hasChromium)('a code, on phones of 360 px', () => {
  let browser: Browser
  let phone: FieldPhone
  let open: OpenPhone
  let holder: Page
  let officer: Page
  beforeAll(async () => {
    browser = await openBrowser()
    phone = fieldPhone()
    ;[holder, officer, open] = await Promise.all([
      openPage(browser),
      openPage(browser),
      phone.open(),
    ])
    await Promise.all([
      signIn(holder, { origin, accounts, role: 'producer' }),
      signIn(officer, { origin, accounts, role: 'officer' }),
    ])
  })
  afterAll(async () => {
    await open.close()
    phone.remove()
    await browser.close()
  })

  it('is applied for, seen on the spot without a network, granted, mended, suspended and restored', async () => {
    await applyFor(holder)
    const application = holder.url().split('?')[0] ?? ''

    await officer.goto(`${origin}/portal/applications`)
    await follow(officer, await numberOf(holder))
    await step(officer, 'Yêu cầu bổ sung', { reason: 'Bổ sung giấy chứng nhận VietGAP.' })
    await holder.goto(`${origin}/portal/applications`)
    await follow(holder, await numberOf(officer))
    expect(await said(holder)).toContain('VietGAP')
    await addPaper(holder, 'gap')
    await step(holder, 'Nộp hồ sơ')

    await officer.goto(application)
    await step(officer, 'Hồ sơ hợp lệ')
    await step(officer, 'Hẹn kiểm tra thực địa', { checkOn: today })
    expect(await said(officer)).toContain('Đã hẹn kiểm tra thực địa')

    await inspectOffline(open)
    await officer.goto(`${origin}/portal/inspections`)
    expect(await officer.locator('main tbody tr', { hasText: AREA }).count()).toBe(1)

    await officer.goto(application)
    await step(officer, 'Ghi kết quả kiểm tra', { outcome: 'passed' })
    await step(officer, 'Duyệt', { issuedOn: today, documentNo: '21/GXN-HT' })
    const code = /91-PUC-XOAI01-\d{6}/.exec(await said(officer))?.[0] ?? ''
    expect(code).not.toBe('')
    const reader = await openPage(browser)
    expect(await inRegister(reader, code)).toMatch(/Trong nước\W+đang hoạt động/)

    await holder.goto(`${origin}/portal/findings`)
    await openFinding(holder)
    await step(holder, 'Trả lời đã khắc phục', { text: 'Đã dọn sạch cỏ quanh gốc.' })
    await officer.goto(`${origin}/portal/findings?state=answered`)
    await openFinding(officer)
    await step(officer, 'Kết thúc', { text: 'Đã đến xem, sạch cỏ.' })
    expect(await said(officer)).toContain('Đã khắc phục')

    const because = { reasonCode: 'phytosanitary', documentNo: '22/TB-HT' }
    await decide(officer, code, { status: 'suspended', ...because })
    await until(reader, code, /Trong nước\s+tạm dừng/)
    const mended = { reasonCode: 'corrected', documentNo: '23/TB-HT' }
    await decide(officer, code, { status: 'active', ...mended })
    await until(reader, code, /Trong nước\s+đang hoạt động/)
    await reader.context().close()
  }, 120_000)
})

/** A new place and all that is asked of it, up to the application that was handed in. */
async function applyFor(page: Page): Promise<void> {
  await page.goto(`${origin}/portal/applications/new`)
  await follow(page, 'Thêm vùng trồng mới')
  await page.locator('[name=name]').fill(AREA)
  await page.locator('[name=commune]').fill('Xã Chợ Mới')
  await page.locator('[name=province]').fill('An Giang')
  await page.locator('[name="crops.0.crop"]').fill('Xoài')
  await submit(page)
  await submit(page)
  await press(page, page.locator('main a.primary'))
  await fillIn(page, { areaHa: '2,5', householdCount: '4' })
  const numbers = { phone: '0000 000 000', identityNo: '000000000000' }
  await fillIn(page, { representative: 'Ông Ba Minh Họa', ...numbers })
  await page.getByLabel('Xoài', { exact: true }).check()
  await page.getByLabel('Trong nước', { exact: true }).check()
  await submit(page)
  const yearly = { harvestsPerYear: '2', expectedYieldT: '18' }
  await fillIn(page, { ...yearly, procedure: 'Theo VietGAP (minh họa).' })
  await page.locator('[name=committed]').selectOption('yes')
  await submit(page)
  for (const kind of ['land_use', 'site_map']) await addPaper(page, kind)
  await step(page, 'Nộp hồ sơ')
  expect(await said(page)).toContain('Đã nộp')
}

async function addPaper(page: Page, kind: string): Promise<void> {
  await press(page, page.locator('main a[href*="/papers/new"]').first())
  await page.locator('select[name=kind]').selectOption(kind)
  const buffer = Buffer.from(await makeJpeg({ width: 40 + kind.length, height: 30 }))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer })
  await submit(page)
}

/** Opens what was found wrong with the place, from a list of findings. */
const openFinding = (page: Page) =>
  press(page, page.locator('main tbody tr', { hasText: AREA }).getByRole('link').first())

/** Takes the step that a page offers by its name, with what its form asks. */
async function step(page: Page, name: string, typed: Typed = {}): Promise<void> {
  await follow(page, name)
  await fillIn(page, typed)
}

async function fillIn(page: Page, typed: Typed): Promise<void> {
  await write(page, typed)
  await submit(page)
}

async function write(page: Page, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

const follow = (page: Page, name: string) =>
  press(page, page.locator('main').getByRole('link', { name, exact: true }).first())

/** Presses what leads to another page, and waits for that. */
async function press(page: Page, target: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), target.click()])
}

/** Sends the form by its first button; it must not come back with a fault. */
async function submit(page: Page): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    press(page, page.locator('main form button.primary').first()),
  ])
  if (answer.status() !== 303)
    throw new Error(`${answer.url()} said: ${(await said(page)).slice(0, 600)}`)
}

const said = (page: Page) => page.locator('main').innerText()

const numberOf = async (page: Page) => /HS-91-\d{4}-\d+/.exec(await said(page))?.[0] ?? ''

/** Minutes of the place with one thing found wrong, on a phone that never inspected before. */
async function inspectOffline({ page, context }: OpenPhone): Promise<void> {
  await signInToApp(page, { origin, accounts, role: 'inspector' })
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).waitFor()
  await untilInstalled(page)
  await context.setOffline(true)
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await tap('Kiểm tra')
  await tap('Bắt đầu kiểm tra')
  await page.locator('input[type=search]').fill('ho so')
  await page.locator('.rows .row', { hasText: AREA }).click()
  await tap('Vào câu hỏi')
  await page.getByLabel(/^Diện tích/).fill('2,5')
  await choose(page, 'Giai đoạn sinh trưởng', 'Thu hoạch')
  const sound = ['Bao gói thuốc', 'Có nhật ký', 'Ghi đầy đủ', 'Có sổ theo dõi', 'Áp dụng GAP']
  for (const question of [...sound, 'Tách biệt']) await choose(page, question, 'Có')
  await choose(page, 'Cỏ dại', 'Không')
  await choose(page, 'Có lấy mẫu', 'Không')
  await tap('Kết luận')
  await page.getByLabel(/^Cách khắc phục/).fill('Dọn cỏ quanh gốc')
  await choose(page, 'Kết luận', 'Đạt, có khắc phục')
  await tap('Ký biên bản')
  await page
    .getByLabel(/^Họ tên/)
    .nth(1)
    .fill('Ông Ba Minh Họa')
  for (const at of [0, 1]) await sign(page, at)
  await tap('Hoàn tất biên bản')
  await page.locator('.told').waitFor()
  expect((await queueOf(page)).map(({ state }) => state)).toEqual(['waiting'])
  const sent: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/v1/outbox') sent.push(request.method())
  })
  await context.setOffline(false)
  await expect
    .poll(async () => (await queueOf(page)).map(({ state }) => state), { timeout: 20_000 })
    .toEqual(['stored'])
  const before = sent.length
  // Another gap in the network sends nothing again.
  await context.setOffline(true)
  await context.setOffline(false)
  await page.reload()
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).waitFor()
  expect(sent).toHaveLength(before)
}

/** Looks at what a decision for the market at home would do, and records it. */
async function decide(page: Page, code: string, typed: Typed) {
  await page.goto(`${origin}/portal/codes/${code}/status?market=VNM`)
  await write(page, { ...typed, effectiveOn: today })
  await press(page, page.locator('main form button.primary').first())
  expect(await said(page)).toContain('Chưa ghi gì')
  await press(page, page.getByRole('button', { name: 'Ghi quyết định', exact: true }))
  expect(new URL(page.url()).pathname).toBe(`/portal/codes/${code}`)
}

/** What the public register says of a code that somebody types. */
async function inRegister(page: Page, code: string): Promise<string> {
  await page.goto(`${origin}/codes?q=${code}`)
  return page.locator('main li, main tr', { hasText: code }).first().innerText()
}

/** Opens the public page of a code until it says what it should. */
async function until(page: Page, code: string, says: RegExp): Promise<void> {
  const look = async () => {
    await page.goto(`${origin}/codes/${code}`)
    expect(await overflowOf(page)).toBe(0)
    return said(page)
  }
  await expect.poll(look, { timeout: FRESH_MS, interval: 1_000 }).toMatch(says)
}

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
