import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasChromium, openBrowser, openPage } from '../support/browser.ts'
import { linkInLetter } from '../support/letters.ts'
import { canReadSheets, readSheet } from '../support/read-sheet.ts'
import { signIn } from '../support/sign-in.ts'

const { origin, dataDir, accounts } = inject('goc')
const folder = mkdtempSync(join(tmpdir(), 'goc-first-hour-'))
const EMAIL = 'ba-tu@gio-dau.example'

describe.skipIf(!hasChromium || !canReadSheets)('a producer’s first hour, on a phone', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
    page = await openPage(browser)
  })
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('goes from the letter of invitation to labels that say they are genuine', async () => {
    const clock = stopwatch('first label')
    await invite(browser)
    clock('invited by an administrator')

    await page.goto(await linkInLetter(dataDir, { to: EMAIL, path: 'invitations' }))
    await page.locator('input[name=name]').fill('Nguyễn Thị Ba Tư')
    await page.locator('input[name=password]').fill('muoi-hai-luong-rau-muong')
    await tap(page, 'main form .primary')
    await page.waitForURL((url) => url.pathname === '/portal')
    clock('letter, password, signed in')

    // The way to the first label is the first thing to be tapped.
    await tap(page, 'main a.primary')
    await page.locator('input[name=name]').fill('Bánh tráng Giờ Đầu')
    await tap(page, 'main form .primary')
    clock('product')
    await page.locator('input[name=netContentValue]').fill('500')
    await tap(page, 'main form .primary')
    clock('net content')
    await page.locator('input[name=quantityValue]').fill('15')
    await tap(page, 'main form .primary')
    clock('batch')

    expect(await page.locator('input[name=count]').inputValue()).toBe('30')
    await tap(page, 'main form [name=step]')
    expect(await page.locator('#preview ~ .picture svg').isVisible()).toBe(true)
    clock('preview')

    const pdf = await downloadAfter(page, () => tap(page, 'main form .primary'))
    clock('labels and their file')
    await saysGenuine(browser, { pdf, labels: 30, product: 'Bánh tráng Giờ Đầu' })
    clock('printed page read and opened')
  })

  it('makes today’s batch like the last one and prints it in two taps', async () => {
    const clock = stopwatch('hundredth label')
    await page.goto(`${origin}/portal`)
    clock('first screen')
    await tap(page, 'main a.primary')
    clock('first tap')
    const pdf = await downloadAfter(page, () => tap(page, 'main form .primary'))
    clock('second tap and the file')
    const texts = await saysGenuine(browser, { pdf, labels: 30, product: 'Bánh tráng Giờ Đầu' })
    clock('printed page read and opened')

    await page.goto(`${origin}/portal/batches`)
    const refs = await page
      .locator('main tbody th a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)))
    expect(refs).toHaveLength(2)
    const newest = refs.filter((ref) => texts[0]?.includes(`/B/${ref}/`))
    expect(newest).toEqual([refs[0]])
  })
})

/** A producer who is not there yet, and one who works for it, by an administrator at a desk. */
async function invite(browser: Browser): Promise<void> {
  const admin = await openPage(browser)
  await signIn(admin, { origin, accounts, role: 'admin' })
  await admin.goto(`${origin}/portal/organisations/new`)
  await admin.locator('[name=name]').fill('Hộ kinh doanh Giờ Đầu')
  await admin.locator('select[name=kind]').selectOption({ index: 1 })
  await admin.locator('select[name=provinceName]').selectOption('An Giang')
  await tap(admin, 'main form .primary')
  const id = new URL(admin.url()).pathname.split('/').at(-1) ?? ''
  await admin.goto(`${origin}/portal/members?organisation=${id}`)
  const form = admin.locator('form[action="/portal/members/invite"]')
  await form.locator('[name=email]').fill(EMAIL)
  await form.locator('[name=role]').selectOption('producer')
  await tap(admin, 'form[action="/portal/members/invite"] .primary')
  await admin.context().close()
}

/** Taps what is there to be tapped, within reach of a thumb: 44 px high, and the page it leads to. */
async function tap(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first()
  const box = await target.boundingBox()
  expect(box?.height, selector).toBeGreaterThanOrEqual(44)
  await Promise.all([page.waitForEvent('load'), target.click()])
}

async function downloadAfter(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  const path = join(folder, `${Date.now()}-${download.suggestedFilename()}`)
  await download.saveAs(path)
  return path
}

/** Reads every label of the file and opens the last one, as a shopper's phone does. */
async function saysGenuine(
  browser: Browser,
  given: { readonly pdf: string; readonly labels: number; readonly product: string },
): Promise<string[]> {
  const texts = await readSheet(given.pdf)
  expect(new Set(texts).size).toBe(given.labels)
  const shopper = await openPage(browser)
  await shopper.goto(texts.at(-1) ?? '')
  const said = await shopper.locator('body').innerText()
  expect(said).toContain('Tem thật.')
  expect(said).toContain(given.product)
  await shopper.context().close()
  return texts
}

/** Tells how long each step took, without the typing. */
function stopwatch(way: string): (step: string) => void {
  let since = performance.now()
  return (step) => {
    const now = performance.now()
    process.stdout.write(`${way}: ${((now - since) / 1_000).toFixed(1)} s ${step}\n`)
    since = now
  }
}
