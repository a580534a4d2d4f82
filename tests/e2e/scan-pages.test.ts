import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { accessibilityFaults, overflowOf } from '../support/axe.ts'
import { DESK, hasChromium, openBrowser, openPage, PHONE } from '../support/browser.ts'
import { goc } from '../support/running-goc.ts'

const running = inject('goc')
const { origin, labels } = running

/** What a shopper reads first on each demo label, and the answer's status. */
const FIRST_COPY: readonly [label: string, status: number, words: RegExp][] = [
  ['clear', 200, /Tem thật\. Không có cảnh báo\./],
  ['unit', 200, /Tem thật\./],
  ['gs1', 200, /Tem thật\./],
  ['notice', 200, /Tem thật\. Có lưu ý\./],
  ['recalled', 200, /đang bị thu hồi/],
  ['void', 200, /Không mua, không bán, không sử dụng/],
  ['expired', 200, /Không mua, không bán, không sử dụng/],
  ['suspendedBeforePacking', 200, /Không mua, không bán, không sử dụng/],
  ['forged', 404, /tem giả hoặc đã bị sửa/],
]

describe.skipIf(!hasChromium)('the page a phone opens', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it.each(FIRST_COPY)('says plainly what the %s label means', async (name, status, words) => {
    const page = await openPage(browser)
    const response = await page.goto(labels[name] ?? '')
    expect(response?.status()).toBe(status)
    expect(await page.locator('h1').first().innerText()).toMatch(words)
    await page.context().close()
  })

  it.each(FIRST_COPY.map(([name]) => name))(
    'fits the %s page on a phone and a desk, light and dark, without script or accessibility faults',
    async (name) => {
      const page = await openPage(browser, { viewport: PHONE })
      await page.goto(labels[name] ?? '')
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

  it('speaks the language of the phone, and another one on request', async () => {
    const chinese = await openPage(browser, { locale: 'zh-CN' })
    await chinese.goto(labels['clear'] ?? '')
    expect(await chinese.locator('html').getAttribute('lang')).toMatch(/^zh/)
    expect(await chinese.locator('h1').first().innerText()).toContain('标签为真')
    await chinese.getByRole('link', { name: 'English' }).first().click()
    expect(await chinese.locator('h1').first().innerText()).toContain('Genuine label')
    await chinese.context().close()
  })

  it('shows a typed code as information and never in the colour of genuine', async () => {
    const page = await openPage(browser)
    const ref = /\/B\/([0-9A-Z]{8})\//.exec(labels['clear'] ?? '')?.[1] ?? ''
    await page.goto(origin)
    await page
      .getByRole('searchbox')
      .first()
      .fill(`${ref.slice(0, 4)}-${ref.slice(4)}`.toLowerCase())
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/b/${ref}`)
    expect(await page.locator('h1').first().innerText()).toMatch(/không chứng minh tem là thật/)
    await page.context().close()
  })

  it('counts a person who scans, once, and nobody who only asks', async () => {
    const unit = labels['unit'] ?? ''
    const before = await scansOf(unit)
    const page = await openPage(browser)
    await page.goto(unit)
    expect(await page.locator('body').innerText()).toMatch(/lần quét đầu tiên|đã được quét/)
    await expect.poll(() => scansOf(unit), { timeout: 20_000, interval: 500 }).toBe(before + 1)
    await page.context().close()
  })

  it.each(['/', '/notices', '/check', '/api/docs', '/b/00000000', '/nowhere'])(
    'has no accessibility faults on %s',
    async (path) => {
      const page = await openPage(browser)
      await page.goto(`${origin}${path}`)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.context().close()
    },
  )

  /** As the command line reads it from the database: pages may keep a count for five minutes. */
  async function scansOf(label: string): Promise<number> {
    const { stdout } = await goc(running, ['verify', label, '--json'])
    return (JSON.parse(stdout) as { scans: { count: number } }).scans.count
  }
})
