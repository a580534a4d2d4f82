import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasChromium, openBrowser, openPage } from '../support/browser.ts'
import { signInToApp } from '../support/field-app.ts'

const { origin, accounts } = inject('goc')

describe.skipIf(!hasChromium)(
  'the app in a browser that keeps nothing and has no service worker',
  () => {
    let browser: Browser
    let page: Page
    beforeAll(async () => {
      browser = await openBrowser()
      page = await openPage(browser)
      await page.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
        Object.defineProperty(globalThis, 'indexedDB', { value: undefined })
      })
      await signInToApp(page, { origin, accounts })
      await page.locator('.big').first().waitFor()
    })
    afterAll(() => browser.close())

    it('says that what is not sent is lost with the page', async () => {
      await expect
        .poll(() => page.locator('.line.warn').textContent())
        .toContain('Đóng trang là mất việc chưa gửi')
    })

    it('sends what is written, as an ordinary page', async () => {
      await page.getByRole('button', { name: 'Bón phân' }).click()
      await page.getByLabel('Nơi làm').selectOption({ index: 3 })
      await page.getByLabel('Sản phẩm').fill(`Phân thử ${Date.now()}`)
      const sent = page.waitForResponse((response) => response.url().endsWith('/api/v1/outbox'))
      await page.locator('.submit .primary').click()
      await page.locator('.review .primary').click()
      const { results } = await (await sent).json()
      expect(results.map(({ status }: { status: string }) => status)).toEqual(['stored'])
    })
  },
)
