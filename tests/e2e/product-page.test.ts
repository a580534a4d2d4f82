import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { accessibilityFaults, overflowOf } from '../support/axe.ts'
import { DESK, hasChromium, openBrowser, openPage, PHONE } from '../support/browser.ts'
import { signIn } from '../support/sign-in.ts'

const { origin, accounts } = inject('goc')

/** Addresses of the sitemap that begin so. */
async function addresses(path: string): Promise<string[]> {
  const xml = await (await fetch(`${origin}/sitemap.xml`)).text()
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)]
    .map(([, url]) => url ?? '')
    .filter((url) => url.startsWith(`${origin}${path}`))
}

/** What the browser complains of while a page is open. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

describe.skipIf(!hasChromium)('public pages of products and producers', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it.each(['/p/', '/o/'])(
    'all under %s fit a phone and a desk, in each language, without accessibility faults',
    async (path) => {
      const found = await addresses(path)
      expect(found.length).toBeGreaterThan(1)
      for (const [at, url] of found.slice(0, 6).entries()) {
        const lang = ['vi', 'en', 'zh'][at % 3]
        const viewport = at % 2 === 0 ? PHONE : DESK
        const page = await openPage(browser, { viewport, dark: at % 2 === 1 })
        const complaints = complaintsOf(page)
        await page.goto(`${url}?lang=${lang}`)
        expect(await overflowOf(page)).toBe(0)
        expect(await accessibilityFaults(page)).toEqual([])
        // The policy allows no script, and a data block is none.
        expect(complaints).toEqual([])
        const data = JSON.parse((await page.locator('script').textContent()) ?? '')
        expect(data).toMatchObject({ '@context': 'https://schema.org', url })
        const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
        expect(canonical).toBe(lang === 'vi' ? url : `${url}?lang=${lang}`)
        expect(await page.locator('img:not([width]), img:not([height])').count()).toBe(0)
        await page.context().close()
      }
    },
  )

  it('a photo of twelve megapixels is made smaller on the device, and stands on the product’s page', async () => {
    const page = await openPage(browser)
    const complaints = complaintsOf(page)
    await signIn(page, { origin, accounts, role: 'producer' })
    await page.goto(`${origin}/portal/products`)
    const product = page.locator('a[href^="/portal/products/"]:not([href$="/new"])').first()
    const href = (await product.getAttribute('href')) ?? ''
    const large = await page.evaluate(async () => {
      const canvas = document.createElement('canvas')
      canvas.width = 4_000
      canvas.height = 3_000
      const drawing = canvas.getContext('2d')
      if (drawing !== null) {
        drawing.fillStyle = '#c63'
        drawing.fillRect(0, 0, 2_000, 3_000)
      }
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? [])]
    })
    await page.goto(`${origin}${href}/photos`)
    await page.setInputFiles('input[type=file]', {
      ...{ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: Buffer.from(large) },
    })
    await page.locator('form[data-photo] input[name=alt]').fill('Ảnh chụp thử')
    await page.locator('form[data-photo] button').click()
    await page.waitForURL('**/photos?done=added')
    expect(complaints).toEqual([])
    const id = href.split('/').at(-1)
    const asked = async () => {
      const headers = { accept: 'application/json' }
      const { images } = await (await fetch(`${origin}/p/${id}`, { headers })).json()
      return images.find(({ alt }: { alt: string }) => alt === 'Ảnh chụp thử')?.width
    }
    // 1,600 as it was sent, then the smaller one made of it, within the half minute pages are kept.
    await expect.poll(asked, { timeout: 45_000, interval: 1_000 }).toBe(800)
    await page.goto(`${origin}${href}/photos`)
    const mine = page.locator('.photos li').filter({ has: page.locator('img[alt="Ảnh chụp thử"]') })
    await mine.getByRole('link').click()
    await page.getByRole('button', { name: 'Gỡ ảnh' }).click()
    await page.waitForURL('**/photos?done=removed')
    await page.context().close()
  })
})
