import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DESK, hasChromium, openBrowser, openPage, PHONE } from '../support/browser.ts'
import { signIn } from '../support/sign-in.ts'
import { decode, popplerPresent, rasterise } from '../unit/print/support.ts'

const { origin, accounts, labels } = inject('goc')
/** A demo growing area in An Giang, active in its markets. */
const CODE = 'VN-AGOR-9001'

/** The sheets as they come out of the printer: their number, and whether anything was cut off. */
async function printed(page: Page) {
  await page.emulateMedia({ media: 'print' })
  const cut = await page
    .locator('.sheet:not(.list)')
    .evaluateAll((sheets) => sheets.filter((s) => s.scrollHeight > s.clientHeight).length)
  const pdf = await page.pdf({ preferCSSPageSize: true })
  await page.emulateMedia({ media: 'screen' })
  return { cut, pages: rasterise(pdf) }
}

describe.skipIf(!hasChromium || !popplerPresent())('papers of a code', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('a certificate is one A4 page whose QR, scanned from paper, says genuine', async () => {
    const page = await openPage(browser, { viewport: DESK })
    await signIn(page, { origin, accounts, role: 'officer' })
    await page.goto(`${origin}/portal/codes/${CODE}/certificate`)
    await page.getByRole('button', { name: 'Cấp giấy và mở bản in' }).click()
    await page.waitForURL(/\/certificate\/[\w-]+$/)
    const { cut, pages } = await printed(page)
    expect({ cut, pages: pages.length }).toEqual({ cut: 0, pages: 1 })
    const [first] = pages
    if (first === undefined) throw new Error('nothing was printed')
    // 210 x 297 mm at 300 dots an inch.
    expect([first.width, first.height].map((dots) => Math.round((dots / 300) * 25.4))).toEqual([
      210, 297,
    ])
    const [url = ''] = await decode(first)
    expect(url).toContain(`/C/${CODE}`)

    const phone = await openPage(browser, { viewport: PHONE })
    await phone.goto(`${origin}${new URL(url).pathname}`)
    expect(await phone.getByRole('heading', { level: 1 }).innerText()).toContain(
      'Giấy xác nhận thật',
    )
    await phone.getByRole('link', { name: `Xem trang của mã số ${CODE}` }).click()
    expect(new URL(phone.url()).pathname).toBe(`/codes/${CODE}`)
    await phone.context().close()
    await page.context().close()
  })

  it.each(['vi', 'en', 'zh'])(
    'the sheet of a batch is one A4 page in %s, and its QR leads to the batch',
    async (lang) => {
      const page = await openPage(browser, { viewport: DESK })
      await signIn(page, { origin, accounts, role: 'admin' })
      const ref = new URL(labels['clear'] ?? '').pathname.split('/')[3] ?? ''
      await page.goto(`${origin}/portal/batches/${ref}/sheet?lang=${lang}`)
      const { cut, pages } = await printed(page)
      expect({ cut, pages: pages.length }).toEqual({ cut: 0, pages: 1 })
      const [first] = pages
      const [url = ''] = first === undefined ? [] : await decode(first)
      expect(url).toBe(`${origin}/b/${ref}`)
      await page.goto(url)
      expect(await page.getByText(ref.slice(0, 4)).count()).toBeGreaterThan(0)
      await page.context().close()
    },
  )

  it('the notice to the households is one page, with the list of them on pages of its own', async () => {
    const page = await openPage(browser, { viewport: DESK })
    await signIn(page, { origin, accounts, role: 'officer' })
    await page.goto(`${origin}/portal/codes/${CODE}/household-notice`)
    const { cut, pages } = await printed(page)
    expect({ cut, pages: pages.length }).toEqual({ cut: 0, pages: 1 })
    const [first] = pages
    const [url = ''] = first === undefined ? [] : await decode(first)
    expect(url).toBe(`${origin}/codes/${CODE}`)
    await page.context().close()
  })
})
