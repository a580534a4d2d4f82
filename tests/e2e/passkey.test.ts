import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasChromium, openBrowser, openPage } from '../support/browser.ts'
import { signIn } from '../support/sign-in.ts'

const { origin, accounts } = inject('goc')

describe.skipIf(!hasChromium)('a passkey', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('is added with the finger that opens the phone, signs in without a password, and can be taken away', async () => {
    const page = await openPage(browser)
    await withAuthenticator(page)
    await signIn(page, { origin, accounts, role: 'inspector' })
    await page.goto(`${origin}/portal/account`)
    await page.locator('input[name=passkeyName]').fill('Điện thoại thử')
    await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
    await page.waitForURL('**/portal/account?done=passkey')
    expect(await page.locator('main').innerText()).toContain('Điện thoại thử')

    await page.context().clearCookies()
    await page.goto(`${origin}/portal/sites`)
    await page.locator('form[data-passkey=sign-in] button').click()
    await page.waitForURL('**/portal/sites')
    await page.waitForSelector('form[action="/portal/sign-out"]')

    await page.goto(`${origin}/portal/account`)
    await page.locator('form[action="/portal/account/passkeys/remove"] button').click()
    await page.waitForLoadState()
    expect(await page.locator('main').innerText()).not.toContain('Điện thoại thử')
    await page.context().close()
  })

  it('is not offered where scripts do not run, and nothing else is missed there', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' })
    const page = await context.newPage()
    await page.goto(`${origin}/portal/sign-in`)
    expect(await page.locator('form[data-passkey]').isVisible()).toBe(false)
    await signIn(page, { origin, accounts, role: 'inspector' })
    expect(await page.locator('h1').innerText()).not.toBe('')
    await context.close()
  })
})

/** A software authenticator as Chromium's own tools make one. */
async function withAuthenticator(page: Page): Promise<void> {
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
