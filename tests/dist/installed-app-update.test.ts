import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILD_DIRECTORY } from '../../scripts/lib/paths.ts'
import { makeAccount, PASSWORD } from '../support/accounts-app.ts'
import { hasChromium } from '../support/browser.ts'
import { makeSite } from '../support/factories.ts'
import { queueOf, signInToApp, untilInstalled } from '../support/field-app.ts'
import { type FieldPhone, fieldPhone, type OpenPhone } from '../support/field-phone.ts'
import { startWorld, type World } from './world.ts'

/** A newer build is the same with another service worker: nothing else may serve from here meanwhile. */
const WORKER_FILE = join(BUILD_DIRECTORY, 'client/app/sw.js')
const WORKER_TEXT = readFileSync(WORKER_FILE, 'utf8')

describe.skipIf(!hasChromium)('a newer version of the app', () => {
  let world: World
  let phone: FieldPhone
  let open: OpenPhone
  let page: Page
  beforeAll(async () => {
    world = await startWorld('plain workerd')
    const { email, organisationId } = await makeAccount(world.ctx.db, 'producer')
    await makeSite(world.ctx, { organisationId })
    phone = fieldPhone()
    open = await phone.open()
    page = open.page
    const accounts = [{ role: 'producer', email, password: PASSWORD }]
    await signInToApp(page, { origin: world.origin, accounts })
    await page.locator('.big').first().waitFor()
    await untilInstalled(page)
  })
  afterAll(async () => {
    writeFileSync(WORKER_FILE, WORKER_TEXT)
    await open.close()
    phone.remove()
    await world.stop()
  })

  it('a newer version waits while something is half-written, and loses nothing of it', async () => {
    await page.goto(`${world.origin}/app/`)
    await page.goto(`${world.origin}/app/new/other`)
    await page.locator('form.entry input[type=text]').first().fill('Đang ghi dở')
    const before = (await queueOf(page)).map(({ id }) => id)
    writeFileSync(WORKER_FILE, `${WORKER_TEXT}\n// newer`)
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/app/')
      await registration?.update()
    })
    await expect.poll(() => isWaiting(page)).toBe(true)
    // The form is not touched.
    expect(await page.locator('form.entry input[type=text]').first().inputValue()).toBe(
      'Đang ghi dở',
    )
    await page.goBack()
    await page.getByRole('button', { name: 'Cập nhật' }).waitFor()
    expect(await isWaiting(page)).toBe(true)
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('button', { name: 'Cập nhật' }).click(),
    ])
    expect(await isWaiting(page)).toBe(false)
    await page.getByRole('button', { name: 'Bỏ' }).waitFor()
    expect((await queueOf(page)).map(({ id }) => id)).toEqual(before)
  })

  it('a newer version takes over by itself when nothing is half-written', async () => {
    await page.getByRole('button', { name: 'Bỏ' }).click()
    writeFileSync(WORKER_FILE, `${WORKER_TEXT}\n// newest`)
    const loaded = page.waitForEvent('load')
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/app/')
      await registration?.update()
    })
    await loaded
    await page.locator('.big').first().waitFor()
    expect(await isWaiting(page)).toBe(false)
  })
})

function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/app/')
    return registration?.waiting !== null && registration?.waiting !== undefined
  })
}
