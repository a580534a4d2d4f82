import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { accessibilityFaults, overflowOf } from '../support/axe.ts'
import { DESK, hasChromium, openBrowser, openPage, PHONE } from '../support/browser.ts'

const { origin, labels } = inject('goc')

/** Demo codes: suspended for one market, replaced, replacing, held by a person, lapsed; none; and the register. */
const PATHS = [
  '/codes/VN-AGOR-9002',
  '/codes/VN-AGOR-9001',
  '/codes/91-PUC-XOAI01-990001-CHN',
  '/codes/VN-AGOR-9004?lang=en',
  '/codes/VN-AGOR-9006?lang=zh',
  '/codes/VN-NONE-0000',
  '/codes',
  '/codes?q=xoai+minh+hoa&market=CHN&lang=en',
  '/codes?q=khong+co+gi+nhu+the',
  '/suspensions',
  '/suspensions?lang=zh',
  '/open-data',
]

describe.skipIf(!hasChromium)('the page of a code', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it.each(PATHS)(
    'fits %s on a phone and a desk, light and dark, without script or accessibility faults',
    async (path) => {
      const page = await openPage(browser, { viewport: PHONE })
      await page.goto(`${origin}${path}`)
      expect(await page.locator('script').count()).toBe(0)
      expect(await overflowOf(page)).toBe(0)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.setViewportSize(DESK)
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await overflowOf(page)).toBe(0)
      expect(await accessibilityFaults(page, 'colours')).toEqual([])
      await page.context().close()
    },
  )

  it('is one tap from a scanned label, and says since when and for which market', async () => {
    const page = await openPage(browser)
    await page.goto(labels['notice'] ?? '')
    await page.getByRole('link', { name: 'VN-AGOR-9002' }).first().click()
    await page.waitForURL('**/codes/VN-AGOR-9002')
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/Trung Quốc\s+tạm dừng\s+từ ngày \d\d\/\d\d\/\d{4}/)
    expect(text).toContain('không có nghĩa là nông sản không an toàn')
    await page.context().close()
  })

  it('leads between an older code and the one that replaced it', async () => {
    const page = await openPage(browser)
    await page.goto(`${origin}/codes/VN-AGOR-9001`)
    await page.getByRole('link', { name: '91-PUC-XOAI01-990001-CHN' }).click()
    expect(await page.locator('h1').innerText()).toBe('91-PUC-XOAI01-990001-CHN')
    await page.getByRole('link', { name: 'VN-AGOR-9001' }).click()
    expect(await page.locator('h1').innerText()).toBe('VN-AGOR-9001')
    await page.context().close()
  })

  it('prints every decision, folded or not', async () => {
    const page = await openPage(browser)
    await page.goto(`${origin}/codes/VN-AGOR-9002`)
    await page.locator('summary').first().click()
    const decision = page.locator('ol.log li').first()
    expect(await decision.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await decision.isVisible()).toBe(true)
    await page.context().close()
  })
})
