import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/lib/find-program.ts'

/** True where there is a browser to test with; `npm test` says in one line when there is not. */
export const hasChromium = findChromium() !== null

export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('Thiếu Chromium')
  // Containers often run as root, where Chromium refuses its sandbox.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
}

/** A cheap phone and a desk. */
export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1280, height: 900 }

export async function openPage(
  browser: Browser,
  given: { viewport?: { width: number; height: number }; locale?: string; dark?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: given.viewport ?? PHONE,
    locale: given.locale ?? 'vi-VN',
    colorScheme: given.dark ? 'dark' : 'light',
    userAgent: PERSON,
  })
  return context.newPage()
}

/** Headless Chromium says that it is one, and robots are not counted. */
const PERSON =
  'Mozilla/5.0 (Linux; Android 14; SM-A057F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36'
