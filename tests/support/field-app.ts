import type { Locator, Page } from 'playwright-core'
import type { DemoAccounts } from './running-goc.ts'

/** What a thumb needs. */
const LEAST_PX = 48

/** Taps on a phone, counted; each on something large enough. */
export function tapCounter() {
  let taps = 0
  return {
    count: () => taps,
    tap: async (target: Locator) => {
      const box = await target.boundingBox()
      const height = Math.round(box?.height ?? 0)
      if (height < LEAST_PX)
        throw new Error(`${target} is ${height} px high: too small for a thumb`)
      taps++
      await target.click()
    },
    /** The phone's own camera takes one more to release. */
    takePhoto: async (page: Page, photo: Buffer) => {
      taps += 2
      await page.locator('.camera input').setInputFiles({
        ...{ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo },
      })
      await page.locator('.photos img').last().waitFor()
    },
  }
}

/** Signs in by the portal's own page, as the app asks for, and waits for what works without a network. */
export async function signInToApp(
  page: Page,
  given: { readonly origin: string; readonly accounts: DemoAccounts; readonly role?: string },
): Promise<void> {
  const { origin, accounts, role = 'producer' } = given
  await page.goto(`${origin}/app/`)
  await page.locator('main .primary').click()
  await signInOnPage(page, { accounts, role })
}

/** Fills in the portal's sign-in that the app led to, and comes back. */
export async function signInOnPage(
  page: Page,
  { accounts, role }: { readonly accounts: DemoAccounts; readonly role: string },
): Promise<void> {
  const account = accounts.find((one) => one.role === role)
  if (account === undefined) throw new Error(`no demo account for ${role}`)
  await page.locator('input[name=email]').fill(account.email)
  await page.locator('input[name=password]').fill(account.password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => url.pathname === '/app/')
}

/** Waits until the phone has all of the app and would open it without a network. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
}

/** Answers a question of an inspection by one of its choices. */
export function choose(page: Page, question: string, choice: string): Promise<void> {
  return page
    .locator('fieldset.chips', { hasText: question })
    .getByRole('button', { name: choice, exact: true })
    .click()
}

/** Draws a signature with a finger, in the frame of that place on the page. */
export async function sign(page: Page, at: number): Promise<void> {
  const field = page.locator('svg.signature').nth(at)
  await field.scrollIntoViewIfNeeded()
  const box = await field.boundingBox()
  if (box === null) throw new Error('no field to sign in')
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  await page.mouse.down()
  for (const step of [1, 2, 3, 4, 5]) {
    await page.mouse.move(box.x + 30 + step * 30, box.y + box.height / 2 + (step % 2) * 25)
  }
  await page.mouse.up()
}

/** A record of the queue as the phone's own database has it. */
export type KeptOnPhone = {
  readonly id: string
  readonly seq: number
  readonly state: string
  readonly happenedOn: string
  readonly photos: readonly string[]
  readonly body: Readonly<Record<string, unknown>>
  readonly problem: { readonly code: string; readonly detail: string } | null
}

/** Everything in the phone's queue, in order. */
export function queueOf(page: Page): Promise<readonly KeptOnPhone[]> {
  return page.evaluate(
    () =>
      new Promise<KeptOnPhone[]>((resolve, reject) => {
        const opening = indexedDB.open('goc-outbox')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asking = opening.result.transaction('records').objectStore('records').getAll()
          asking.onerror = () => reject(asking.error)
          asking.onsuccess = () => {
            opening.result.close()
            resolve((asking.result as KeptOnPhone[]).sort((a, b) => a.seq - b.seq))
          }
        }
      }),
  )
}
