import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { ROLES } from '../../worker/domain/access/roles.ts'
import { accessibilityFaults, overflowOf } from '../support/axe.ts'
import { DESK, hasChromium, openBrowser, openPage, PHONE } from '../support/browser.ts'
import { linkInLetter } from '../support/letters.ts'
import { signIn } from '../support/sign-in.ts'

const { origin, dataDir, accounts } = inject('goc')

/** Pages that no link leads to, or none for those who have begun. */
const UNLINKED: Readonly<Record<string, readonly string[]>> = {
  officer: ['/portal/components'],
  producer: [
    '/portal/start/product',
    '/portal/start/net_content',
    '/portal/start/batch',
    '/portal/start/next',
  ],
}

/** Roles to whom another one's pages look alike: packers see those of producers, agencies those of inspectors. */
const ALIKE: readonly string[] = ['packer', 'agency']

/** Pages already looked at, by what they are rather than by whose they are; and those without their queries. */
const seen = new Set<string>()
const seenPaths = new Set<string>()

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
      waiting.push(...(UNLINKED[role] ?? []).map((path) => ({ path, depth: 1 })))
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { path, depth } = next
        const kind = kindOf(path)
        // The first pages differ from role to role; deeper ones are looked at once.
        const known = depth > (ALIKE.includes(role) ? 0 : 1) && seen.has(kind)
        if (mine.has(kind) || known) continue
        mine.add(kind)
        seen.add(kind)
        const response = await page.goto(`${origin}${path}`)
        if (response?.status() !== 200) faults.push(`${path}: ${response?.status()}`)
        // The same page for another query has the same colours; its parts and their places may differ.
        const bare = kind.split('?', 1)[0] ?? ''
        faults.push(...(await lookAt(page, path, { colours: !seenPaths.has(bare) })))
        seenPaths.add(bare)
        const links = await linksOf(page)
        waiting.push(...links.map((link) => ({ path: link, depth: depth + 1 })))
      }
      expect(faults).toEqual([])
      await page.context().close()
    },
  )

  it('of a recall fits and is without faults, and so is the one its receivers answer on', async () => {
    const page = await openPage(browser, { viewport: PHONE })
    await signIn(page, { origin, accounts, role: 'producer' })
    const faults = await recallOfToday(page)
    expect(faults).toEqual([])
    await page.context().close()
    const receiver = await openPage(browser, { viewport: PHONE })
    await receiver.goto(await linkInLetter(dataDir, { to: RECEIVER, path: 'recall-answers' }))
    expect(await lookAt(receiver, 'the answer')).toEqual([])
    await receiver.locator('[name=foundKg]').fill('12')
    await submit(receiver)
    expect(await lookAt(receiver, 'the answer given')).toEqual([])
    await receiver.context().close()
  })

  it('is more than the first', () => {
    expect(seen.size).toBeGreaterThan(25)
  })
})

const RECEIVER = 'kho-lanh@cho-que.example'

/** A batch of today, sold and recalled: every page of the way, and what is wrong with it. */
async function recallOfToday(page: Page): Promise<string[]> {
  const faults: string[] = []
  const look = async (name: string) => faults.push(...(await lookAt(page, name)))
  await page.goto(`${origin}/portal`)
  await Promise.all([page.waitForEvent('load'), page.locator('main a.primary').click()])
  await submit(page)
  await look('labels just printed')
  const batch = (await page.locator('main a.up').getAttribute('href')) ?? ''
  await page.goto(`${origin}${batch}/sales/new`)
  await page.locator('[name=buyer]').fill('Kho lạnh Chợ Quê')
  await page.locator('[name=quantityKg]').fill('30')
  await page.locator('[name=email]').fill(RECEIVER)
  await submit(page)
  await page.goto(`${origin}/portal/recalls/new?by=batch&what=${batch.split('/').at(-1)}`)
  await submit(page)
  await look('what a recall concerns')
  await page.locator('[name=reasonVi]').fill('Dư lượng vượt mức, thử trang')
  await submit(page)
  await look('a recall')
  const recall = new URL(page.url()).pathname
  await page.goto(`${origin}${recall}/close`)
  await look('the end of a recall')
  return faults
}

async function submit(page: Page): Promise<void> {
  const button = page.locator('main form .primary').first()
  await Promise.all([page.waitForEvent('load'), button.click()])
}

async function lookAt(
  page: Page,
  path: string,
  { colours } = { colours: true },
): Promise<string[]> {
  const faults: string[] = []
  // What is on the page is the same on both; its colours are not.
  for (const [viewport, dark, asked] of [
    [PHONE, false, colours ? 'all' : 'all but colours'],
    [DESK, true, colours ? 'colours' : 'nothing'],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    const overflow = await overflowOf(page)
    if (overflow > 0) faults.push(`${path}: ${overflow} px too wide at ${viewport.width}`)
    // A browser refuses such a form and shows nobody why.
    const folded = await page.evaluate(() =>
      [...document.querySelectorAll('details:not([open]) :required')].map((field) => field.id),
    )
    faults.push(...folded.map((id) => `${path}: ${id} is required and folded away`))
    const violations = await accessibilityFaults(page, asked)
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
