import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { connectWeb } from '../../db/client.ts'
import { fillAreas } from './many-areas.ts'

/** A cheap phone beside the machine that measures. */
const SLOWER = 4
const ROUNDS = 3
const MAP = '/portal/map'

export type MapSpeed = {
  /** From asking for the page until its questions and its table can be used. */
  readonly tableMs: number
  /** Until every place is drawn and the map can be moved. */
  readonly drawnMs: number
}

type Demo = {
  readonly origin: string
  readonly accounts: readonly {
    readonly role: string
    readonly email: string
    readonly password: string
  }[]
}

/** The map of ten thousand outlined areas as an officer opens it on a slow device: the middle of three. */
export async function mapSpeed(browser: Browser, dataDir: string): Promise<MapSpeed> {
  const read = (name: string) => JSON.parse(readFileSync(join(dataDir, name), 'utf8'))
  // What the installation itself has written there.
  const { libsqlUrl } = read('server.json') as { readonly libsqlUrl: string }
  const { origin, accounts } = read('demo.json') as Demo
  await fillAreas(connectWeb({ url: libsqlUrl, authToken: undefined }), '91')
  const officer = accounts.find(({ role }) => role === 'officer')
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await page.goto(`${origin}/portal/sign-in`)
  await page.locator('input[name=email]').fill(officer?.email ?? '')
  await page.locator('input[name=password]').fill(officer?.password ?? '')
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => url.pathname === '/portal')
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const rounds: MapSpeed[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(`${origin}${MAP}`)
    await page.locator('#area-map[data-ready]').waitFor({ timeout: 60_000 })
    const told = await page.evaluate(
      `[performance.getEntriesByType('navigation')[0].domInteractive, Number(document.getElementById('area-map').dataset.ready)]`,
    )
    // Two numbers, as just asked for.
    const [tableMs = 0, drawnMs = 0] = told as number[]
    rounds.push({ tableMs: Math.round(tableMs), drawnMs })
  }
  await page.close()
  const middle = (of: (speed: MapSpeed) => number) =>
    rounds.map(of).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
  return { tableMs: middle(({ tableMs }) => tableMs), drawnMs: middle(({ drawnMs }) => drawnMs) }
}
