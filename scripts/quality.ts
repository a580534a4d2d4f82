/**
 * `npm run quality`: Lighthouse (mobile) and axe on the public pages of a fresh installation with
 * demo data, in Chromium, and the map of ten thousand areas on a device four times slower. Exits 1
 * when a page misses its aim: performance 0.99, accessibility 1.0, largest paint 1.2 s, no axe
 * violation; the map drawn within 2 s.
 */

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './lib/find-program.ts'
import { freePort } from './lib/free-port.ts'
import { ROOT } from './lib/paths.ts'
import { mapSpeed } from './quality/map-speed.ts'

const AIM = { performance: 0.99, accessibility: 1, largestPaintMs: 1_200, mapMs: 2_000 }
const executablePath = findChromium()
if (executablePath === null) {
  console.error('Thiếu Chromium: apt-get install chromium, hoặc đặt CHROMIUM_PATH.')
  process.exit(1)
}

const dataDir = mkdtempSync(join(tmpdir(), 'goc-quality-'))
const port = await freePort()
const origin = `http://localhost:${port}`
const server = spawn('node', ['scripts/start.ts'], {
  cwd: ROOT,
  env: { ...process.env, PORT: String(port), GOC_DATA_DIR: dataDir },
  stdio: ['ignore', 'ignore', 'inherit'],
})
let failed = false
try {
  await untilReady()
  const debugging = await freePort()
  const args = ['--no-sandbox', '--disable-dev-shm-usage', `--remote-debugging-port=${debugging}`]
  const browser = await chromium.launch({ executablePath, args })
  const { default: lighthouse } = await import('lighthouse')
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  for (const [name, url] of pages()) {
    const options = { port: debugging, output: 'json' as const, logLevel: 'silent' as const }
    const result = await lighthouse(url, {
      ...options,
      onlyCategories: ['performance', 'accessibility'],
    })
    const performance = result?.lhr.categories['performance']?.score ?? 0
    const accessibility = result?.lhr.categories['accessibility']?.score ?? 0
    const paint =
      result?.lhr.audits['largest-contentful-paint']?.numericValue ?? Number.POSITIVE_INFINITY
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(url)
    const count = `${axe}; axe.run().then((r) => r.violations.length)`
    const violations = Number(await page.evaluate(count))
    await page.close()
    // An error page is judged by what can be read on it; Lighthouse gives it no performance score.
    const slow = performance < AIM.performance || paint > AIM.largestPaintMs
    const ok = accessibility >= AIM.accessibility && violations === 0 && !slow
    failed ||= !ok
    console.log(
      `${ok ? 'ok    ' : 'MISSED'} ${name.padEnd(24)} performance ${performance}  accessibility ${accessibility}  largest paint ${Math.round(paint)} ms  axe ${violations}`,
    )
  }
  const { tableMs, drawnMs } = await mapSpeed(browser, dataDir)
  failed ||= drawnMs > AIM.mapMs
  console.log(
    `${drawnMs > AIM.mapMs ? 'MISSED' : 'ok    '} ${'map of 10,000 areas'.padEnd(24)} table ${tableMs} ms  drawn ${drawnMs} ms`,
  )
  await browser.close()
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await ended
  rmSync(dataDir, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)

function pages(): [name: string, url: string][] {
  const { labels } = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as {
    labels: Record<string, string>
  }
  const names = ['clear', 'notice', 'recalled'] as const
  const scans = names.map((name): [string, string] => [name, labels[name] ?? origin])
  return [
    ...scans,
    ['home', `${origin}/`],
    ['notices', `${origin}/notices`],
    ['check', `${origin}/check`],
    ['code', `${origin}/codes/VN-AGOR-9001`],
    ['register', `${origin}/codes?q=xoai+minh+hoa`],
    ['suspensions', `${origin}/suspensions`],
    ['sign-in', `${origin}/portal/sign-in`],
  ]
}

async function untilReady(): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (server.exitCode !== null) throw new Error('npm start ended')
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('npm start was not ready in time')
}
