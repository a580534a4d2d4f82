import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { hasChromium } from '../support/browser.ts'
import {
  choose,
  queueOf,
  sign,
  signInOnPage,
  signInToApp,
  untilInstalled,
} from '../support/field-app.ts'
import { type FieldPhone, fieldPhone, type OpenPhone } from '../support/field-phone.ts'
import { makeJpeg, withMoment } from '../support/pictures.ts'

const { origin, accounts } = inject('goc')

describe.skipIf(!hasChromium)('an inspection on a phone of 360 px', () => {
  let phone: FieldPhone
  let open: OpenPhone
  let page: Page
  beforeAll(async () => {
    phone = fieldPhone()
    open = await phone.open()
    page = open.page
    await signInToApp(page, { origin, accounts, role: 'inspector' })
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).waitFor()
    await untilInstalled(page)
  })
  afterAll(async () => {
    await open.close()
    phone.remove()
  })

  it('is written and signed without a network, survives the battery, and is stored once there is one', async () => {
    await open.context.setOffline(true)
    await page.reload()
    await tap('Kiểm tra')
    await tap('Bắt đầu kiểm tra')
    await page.locator('input[type=search]').fill('AGOR')
    await page.locator('.rows .row').first().click()
    await tap('Vào câu hỏi')
    await page.getByLabel(/^Diện tích/).fill('2,5')
    await choose(page, 'Giai đoạn sinh trưởng', 'Thu hoạch')
    for (const question of ['Bao gói thuốc', 'Có nhật ký', 'Có sổ theo dõi', 'Áp dụng GAP']) {
      await choose(page, question, 'Có')
    }
    await choose(page, 'Cỏ dại', 'Không')
    await choose(page, 'Tách biệt', 'Có')
    await choose(page, 'Có lấy mẫu', 'Không')
    await tap('Kết luận')
    // One question was passed over: what it followed from was answered just before.
    expect(await page.locator('[role=alert]').textContent()).toContain('1')
    await choose(page, 'Ghi đầy đủ', 'Có')
    const photo = Buffer.from(withMoment(await makeJpeg({ width: 40, height: 30 })))
    await page
      .locator('.camera input')
      .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.locator('.photos img').first().waitFor()
    // Without its battery the phone keeps what was written.
    await page.waitForTimeout(800)
    await open.kill()
    open = await phone.open()
    page = open.page
    await open.context.setOffline(true)
    await page.goto(`${origin}/app/inspect`)
    await tap('Ghi tiếp')
    await tap('Vào câu hỏi')
    await page.locator('.photos img').first().waitFor()
    await tap('Kết luận')
    await page.getByLabel(/^Cách khắc phục/).fill('Dọn cỏ')
    await choose(page, 'Kết luận', 'Đạt, có khắc phục')
    await tap('Ký biên bản')
    await page
      .getByLabel(/^Họ tên/)
      .nth(1)
      .fill('Ông Ba')
    for (const at of [0, 1]) await sign(page, at)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await tap('Hoàn tất biên bản')
    await page.locator('.told').waitFor()
    expect((await queueOf(page)).at(-1)).toMatchObject({ state: 'waiting' })
    // The session ended meanwhile, or the browser lost it when it was killed.
    await open.context.clearCookies()
    await open.context.setOffline(false)
    await page.getByRole('button', { name: 'Đăng nhập lại để gửi' }).click()
    await signInOnPage(page, { accounts, role: 'inspector' })
    await expect
      .poll(async () => (await queueOf(page)).at(-1), { timeout: 20_000 })
      .toMatchObject({ state: 'stored', problem: null })
  }, 40_000)

  const tap = (name: string) => page.getByRole('button', { name, exact: true }).click()
})
