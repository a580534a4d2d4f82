import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/lib/find-program.ts'
import { PHONE } from './browser.ts'

/** A telephone with its storage, whose browser can be killed and opened again. */
export type FieldPhone = {
  /** Opens the browser on what it kept. */
  readonly open: () => Promise<OpenPhone>
  readonly remove: () => void
}

export type OpenPhone = {
  readonly context: BrowserContext
  readonly page: Page
  /** As when the battery is taken out. */
  readonly kill: () => Promise<void>
  readonly close: () => Promise<void>
}

const ARGS = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  ...['--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--remote-debugging-port=0'],
  // A page that is gone back to is opened anew, as Playwright expects of the browsers it starts itself.
  ...['--lang=vi-VN', '--accept-lang=vi-VN,vi', '--disable-back-forward-cache'],
]
const START_MS = 20_000

/** `args` are the browser's own, as for what its camera sees. */
export function fieldPhone({ args = [] }: { readonly args?: readonly string[] } = {}): FieldPhone {
  const folder = mkdtempSync(join(tmpdir(), 'goc-phone-'))
  return {
    open: () => openPhone(folder, args),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

async function openPhone(folder: string, args: readonly string[]): Promise<OpenPhone> {
  const executable = findChromium()
  if (executable === null) throw new Error('Thiếu Chromium')
  const portFile = join(folder, 'DevToolsActivePort')
  rmSync(portFile, { force: true })
  // A group of its own, so that all its processes can be ended at once.
  const child = spawn(executable, [...ARGS, ...args, `--user-data-dir=${folder}`, 'about:blank'], {
    stdio: 'ignore',
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const browser = await connect(portFile, child)
  const [context] = browser.contexts()
  if (context === undefined) throw new Error('the browser has no context')
  const page = context.pages()[0] ?? (await context.newPage())
  await page.setViewportSize(PHONE)
  const kill = async () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    await ended
    await browser.close().catch(() => undefined)
  }
  return { context, page, kill, close: kill }
}

async function connect(portFile: string, child: ChildProcess): Promise<Browser> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline && child.exitCode === null) {
    const port = existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : ''
    if (port !== '' && port !== undefined)
      return chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the browser did not start')
}
