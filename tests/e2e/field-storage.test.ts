import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasChromium } from '../support/browser.ts'
import { queueOf, signInToApp, untilInstalled } from '../support/field-app.ts'
import { type FieldPhone, fieldPhone, type OpenPhone } from '../support/field-phone.ts'
import { makeJpeg } from '../support/pictures.ts'

const { origin, accounts } = inject('goc')

describe.skipIf(!hasChromium)('what the phone keeps of the app', () => {
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
    await open.context.setOffline(true)
  })
  afterAll(async () => {
    await open.close()
    phone.remove()
  })

  it('says so when the phone is full, keeps the form, and saves once there is room', async () => {
    await page.goto(`${origin}/app/new/other`)
    const bytes = Buffer.from(await makeJpeg({ width: 1_600, height: 1_200 }))
    await page.locator('.camera input').setInputFiles({
      ...{ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: bytes },
    })
    await page.locator('.photos img').waitFor()
    await page.locator('form.entry input[type=text]').first().fill('Máy đầy')
    await page.locator('.submit .primary').click()
    await fillUp(page)
    await page.locator('.review .primary').click()
    await expect.poll(() => page.locator('.fault').textContent()).toContain('Máy hết chỗ')
    expect(await queueOf(page)).toEqual([])
    expect(await page.locator('.review').textContent()).toContain('Máy đầy')
    await makeRoom(page)
    await page.locator('.review .primary').click()
    await page.locator('.told').waitFor()
    const [kept] = await queueOf(page)
    expect(kept?.photos).toHaveLength(1)
  })

  it('saves an entry once, however often it is tapped', async () => {
    const before = (await queueOf(page)).length
    await page.goto(`${origin}/app/new/other`)
    await page.locator('form.entry input[type=text]').first().fill('Bấm nhiều lần')
    await page.locator('.submit .primary').click()
    await page.locator('.review .primary').waitFor()
    await page.evaluate(() => {
      const save = document.querySelector<HTMLButtonElement>('.review .primary')
      for (let n = 0; n < 5; n++) save?.click()
    })
    await page.locator('.told').waitFor()
    await page.goBack()
    await page.goForward()
    expect(await queueOf(page)).toHaveLength(before + 1)
  })

  it('keeps what is half-written through a browser that is killed', async () => {
    await page.goto(`${origin}/app/new/other`)
    await page.locator('form.entry input[type=text]').first().fill('Đang ghi dở')
    await expect.poll(() => draftsOf(page)).toBe(1)
    await open.kill()
    open = await phone.open()
    page = open.page
    await open.context.setOffline(true)
    await page.goto(`${origin}/app/`)
    await page.getByRole('button', { name: 'Ghi tiếp' }).click()
    expect(await page.locator('form.entry input[type=text]').first().inputValue()).toBe(
      'Đang ghi dở',
    )
  })
})

/** Chromium’s own way to make the room smaller is not heeded here, so its answer is given in its place. */
function fillUp(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype
    const full = (given: typeof put) =>
      function (this: IDBObjectStore, ...asked: Parameters<typeof put>) {
        if (this.name !== 'photos') return given.apply(this, asked)
        throw new DOMException('no room', 'QuotaExceededError')
      }
    Object.assign(globalThis, { before: { add, put } })
    Object.assign(IDBObjectStore.prototype, { add: full(add), put: full(put) })
  })
}

function makeRoom(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { before } = globalThis as unknown as { before: object }
    Object.assign(IDBObjectStore.prototype, before)
  })
}

function draftsOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('goc-app')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asking = opening.result.transaction('drafts').objectStore('drafts').count()
          asking.onerror = () => reject(asking.error)
          asking.onsuccess = () => {
            opening.result.close()
            resolve(asking.result)
          }
        }
      }),
  )
}
