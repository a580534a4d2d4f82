import type { Page } from 'playwright-core'
import type { DemoAccounts } from './running-goc.ts'

/** Signs the demo account of a role in, as a person does. */
export async function signIn(
  page: Page,
  input: { readonly origin: string; readonly accounts: DemoAccounts; readonly role: string },
): Promise<void> {
  const { origin, accounts, role } = input
  const account = accounts.find((one) => one.role === role)
  if (account === undefined) throw new Error(`no demo account for ${role}`)
  await page.goto(`${origin}/portal/sign-in`)
  await page.locator('input[name=email]').fill(account.email)
  await page.locator('input[name=password]').fill(account.password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => url.pathname === '/portal')
}
