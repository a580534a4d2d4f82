import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ROLES } from '../../worker/domain/access/roles.ts'
import { DESK, hasChromium, openBrowser, openPage, PHONE } from '../support/browser.ts'
import { signIn } from '../support/sign-in.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { origin, accounts } = inject('goc')

/** Pages already looked at, by what they are rather than by whose they are. */
const seen = new Set<string>()

describe.skipIf(!hasChromium)('every page of the portal', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it.each(['officer', 'admin', ...ROLES.filter((role) => role !== 'officer' && role !== 'admin')])(
    'that a link leads %s to fits a phone and a desk, without accessibility faults',
    { timeout: 400_000 },
    async (role) => {
      const page = await openPage(browser, { viewport: PHONE })
      await signIn(page, { origin, accounts, role })
      const faults: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
      })
      const mine = new Set<string>()
      const waiting = [{ path: '/portal', depth: 0 }]
      if (role === 'officer') waiting.push({ path: '/portal/components', depth: 1 })
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { path, depth } = next
        const kind = kindOf(path)
        // The first pages differ from role to role; deeper ones are looked at once.
        if (mine.has(kind) || (depth > 1 && seen.has(kind))) continue
        mine.add(kind)
        seen.add(kind)
        const response = await page.goto(`${origin}${path}`)
        if (response?.status() !== 200) faults.push(`${path}: ${response?.status()}`)
        faults.push(...(await lookAt(page, path)))
        const links = await linksOf(page)
        waiting.push(...links.map((link) => ({ path: link, depth: depth + 1 })))
      }
      expect(faults).toEqual([])
      await page.context().close()
    },
  )

  it('is more than the first', () => {
    expect(seen.size).toBeGreaterThan(25)
  })
})

async function lookAt(page: Page, path: string): Promise<string[]> {
  const faults: string[] = []
  for (const [viewport, dark] of [
    [PHONE, false],
    [DESK, true],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (overflow > 0) faults.push(`${path}: ${overflow} px too wide at ${viewport.width}`)
    // A browser refuses such a form and shows nobody why.
    const folded = await page.evaluate(() =>
      [...document.querySelectorAll('details:not([open]) :required')].map((field) => field.id),
    )
    faults.push(...folded.map((id) => `${path}: ${id} is required and folded away`))
    const violations = await page.evaluate<string[]>(
      `${AXE}; axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes[0].html))`,
    )
    faults.push(...violations.map((violation) => `${path}: ${violation}`))
  }
  return faults
}

/** Pages of the portal that this one links to; files that are downloaded are not pages. */
async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('a[href^="/portal"]:not([download])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(hrefs.map((href) => href.split('#', 1)[0] ?? ''))].filter(
    (href) =>
      !/\.(?:csv|xlsx|json|kml|svg|geojson)(?:$|\?)|[?&]format=|\/(?:file|sample)\?/.test(href),
  )
}

/** A path with its ids and codes taken out: one page of each kind is enough. */
function kindOf(path: string): string {
  const [bare = '', query = ''] = path.split('?', 2)
  const names = [...new URLSearchParams(query).keys()].sort().join('&')
  const parts = bare.split('/').map((part) => (/[0-9A-Z_]|.{18,}/.test(part) ? '*' : part))
  return `${parts.join('/')}?${names}`
}
