import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { accessibilityFaults, overflowOf } from '../support/axe.ts'
import { hasChromium, openBrowser, openPage } from '../support/browser.ts'
import { makeJpeg } from '../support/pictures.ts'
import { signIn } from '../support/sign-in.ts'

const { origin, accounts, labels } = inject('goc')

describe.skipIf(!hasChromium)('a report of a problem', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('goes from a forged label to the officer of the place, and the answer back to its sender', async () => {
    const shopper = await openPage(browser)
    await shopper.goto(labels['forged'] ?? '')
    await shopper.getByRole('link', { name: 'Báo vấn đề' }).first().click()
    await shopper.waitForURL(/\/report\?label=/)
    expect(await accessibilityFaults(shopper)).toEqual([])
    expect(await overflowOf(shopper)).toBe(0)
    await shopper.getByLabel('Chuyện gì?').selectOption('fake_label')
    const told = `Tem dán đè lên tem khác, quầy ${Date.now()}`
    await shopper.getByLabel(/Kể ngắn gọn/).fill(told)
    await shopper.getByLabel(/Tỉnh, thành phố/).selectOption({ label: 'An Giang' })
    await shopper.getByLabel(/Ảnh tem hoặc hàng/).setInputFiles({
      name: 'tem.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(await makeJpeg({ width: 64, height: 48 })),
    })
    await shopper.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await shopper.waitForURL(/\/report\/[\w-]{22}/)
    expect(await shopper.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Đã nhận báo cáo của bạn',
    )
    expect(await accessibilityFaults(shopper)).toEqual([])

    const officer = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    await signIn(officer, { origin, accounts, role: 'officer' })
    await officer.goto(`${origin}/portal/reports`)
    await officer.locator('a[href^="/portal/reports/"]:not([href*="?"])').first().click()
    await officer.waitForURL(/\/portal\/reports\/./)
    expect(await officer.content()).toContain(told)
    expect(await accessibilityFaults(officer)).toEqual([])
    await officer.getByRole('link', { name: 'Kết thúc' }).click()
    await officer.getByLabel('Kết quả').selectOption('confirmed')
    await officer.getByLabel(/Trả lời/).fill('Đã thu giữ số hàng dán tem giả.')
    await officer.getByRole('button', { name: 'Kết thúc' }).click()
    await officer.waitForURL(/done=closed/)

    await shopper.reload()
    const receipt = await shopper.content()
    expect(receipt).toContain('Đã thu giữ số hàng dán tem giả.')
    expect(receipt).toContain('Đã xử lý xong')
    expect(receipt).not.toContain(told)
  })
})

describe.skipIf(!hasChromium)('public pages for shoppers', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it.each([
    '/',
    '/recalls',
    '/search?q=xoai',
    '/check',
    '/check?code=https%3A%2F%2Fid.gs1.org%2F01%2F08936000123451',
    '/report',
    '/notices',
  ])('%s fits a phone, also with text twice as large, in each language', async (path) => {
    // Colours know no language.
    for (const [lang, asked] of [
      ['vi', 'all'],
      ['en', 'all but colours'],
      ['zh', 'all but colours'],
    ] as const) {
      const page = await openPage(browser)
      await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      expect(await accessibilityFaults(page, asked)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '212.5%'
      })
      expect(await overflowOf(page)).toBe(0)
      await page.context().close()
    }
  })
})
