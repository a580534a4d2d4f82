import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasChromium } from '../support/browser.ts'
import { queueOf, signInOnPage, signInToApp, untilInstalled } from '../support/field-app.ts'
import { type FieldPhone, fieldPhone, type OpenPhone } from '../support/field-phone.ts'

const { origin, accounts } = inject('goc')
const RIGHT = '2580'
const OTHERS = '1397'

describe.skipIf(!hasChromium)('a phone that several people use', () => {
  let phone: FieldPhone
  let open: OpenPhone
  let page: Page
  beforeAll(async () => {
    phone = fieldPhone()
    open = await phone.open()
    page = open.page
    await signInToApp(page, { origin, accounts })
    await page.locator('.big').first().waitFor()
    await untilInstalled(page)
  })
  afterAll(async () => {
    await open.close()
    phone.remove()
  })

  it('locks by a button and opens by the PIN, also without a network', async () => {
    await page.goto(`${origin}/app/pin`)
    await choosePin(page, RIGHT)
    await open.context.setOffline(true)
    await writeNote(page, 'Ghi trước khi khóa')
    await page.locator('.bar-button').first().click()
    expect(await page.locator('.big').count()).toBe(0)
    await page.reload()
    await enterPin(page, RIGHT)
    await page.locator('.big').first().waitFor()
    await open.context.setOffline(false)
  })

  it('asks for signing in after five wrong PINs, and a session still open lets nobody in', async () => {
    await page.locator('.bar-button').first().click()
    for (let tries = 1; tries < 5; tries++) {
      await enterPin(page, '0000')
      await expect
        .poll(() => page.locator('.fault').textContent())
        .toContain(`Còn ${5 - tries} lần`)
      // Shutting the app gives no further try.
      if (tries === 2) await page.reload()
    }
    await enterPin(page, '0000')
    await expect.poll(() => page.locator('input.pin').count()).toBe(0)
    // The session of the browser is still open all the while.
    await page.goto(`${origin}/app/queue`)
    await page.locator('main .primary').waitFor()
    expect(await page.locator('.rows').count()).toBe(0)
    await page.locator('main .primary').click()
    await page.waitForURL((url) => url.pathname === '/portal/sign-in')
    await signInOnPage(page, { accounts, role: 'producer' })
    await choosePin(page, RIGHT)
    await page.locator('.big').first().waitFor()
    const notes = (await queueOf(page)).map(({ body }) => JSON.stringify(body))
    expect(notes.join()).toContain('Ghi trước khi khóa')
  })

  it('keeps two people apart: neither sees, opens or sends what the other wrote', async () => {
    await open.context.setOffline(true)
    await writeNote(page, 'Của người thứ nhất')
    const first = (await page.locator('.who').textContent()) ?? ''
    const before = (await queueOf(page)).length
    await open.context.setOffline(false)
    await page.context().clearCookies()
    await page.goto(`${origin}/app/menu`)
    await page.locator('.row').last().click()
    await page.locator('input.pin').waitFor()
    await page.goto(`${origin}/portal/sign-in?next=%2Fapp%2F`)
    await signInOnPage(page, { accounts, role: 'packer' })
    await choosePin(page, OTHERS)
    await page.locator('.queue-line').click()
    expect(await page.locator('main').textContent()).not.toContain('Việc khác')
    expect(await page.locator('.state').count()).toBe(0)
    const waiting = (await queueOf(page)).filter(({ state }) => state === 'waiting')
    expect(waiting.length).toBeGreaterThanOrEqual(1)
    expect((await queueOf(page)).length).toBe(before)
    await page.goto(`${origin}/app/`)
    await page.locator('.bar-button').first().click()
    await page.getByRole('button', { name: 'Ai đang dùng máy?' }).click()
    const names = await page.locator('.rows .row').allTextContents()
    expect(names).toHaveLength(3)
    await page.getByRole('button', { name: first }).click()
    await enterPin(page, OTHERS)
    await page.locator('.fault').waitFor()
    await enterPin(page, RIGHT)
    await page.locator('.queue-line').click()
    await expect.poll(() => page.locator('.state.waiting').count()).toBeGreaterThanOrEqual(1)
    expect(await page.locator('main [role=status]').textContent()).toContain('tài khoản khác')
  })
})

async function choosePin(page: Page, pin: string): Promise<void> {
  await page.locator('input.pin').nth(1).waitFor()
  await page.locator('input.pin').first().fill(pin)
  await page.locator('input.pin').nth(1).fill(pin)
  await page.locator('main .primary').click()
  await page.locator('.big').first().waitFor()
}

async function enterPin(page: Page, pin: string): Promise<void> {
  await page.locator('input.pin').fill(pin)
  await page.locator('main .primary').click()
}

/** The shortest entry there is. */
async function writeNote(page: Page, text: string): Promise<void> {
  await page.goto(`${origin}/app/new/other`)
  await page.locator('form.entry input[type=text]').first().fill(text)
  await page.locator('.submit .primary').click()
  await page.locator('.review .primary').click()
  await page.locator('.told').waitFor()
}
