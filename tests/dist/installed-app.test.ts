import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILD_DIRECTORY } from '../../scripts/lib/paths.ts'
import { RUNTIMES, startWorld, type World } from './world.ts'

const FOLDER = join(BUILD_DIRECTORY, 'client/app')
const BUDGET_BYTES = 150 * 1024

/** The scanner with ZXing: fetched by whoever scans. */
const SCANNER_BYTES = 550 * 1024

/** Icons are the phone's, fetched once when it installs the app. */
function filesOfApp(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(FOLDER, name)).isFile() && !name.endsWith('.png'),
  )
}

/** What the service worker keeps on every phone, itself among it. */
function isKeptByAll(name: string): boolean {
  const worker = readFileSync(join(FOLDER, 'sw.js'), 'utf8')
  return name === 'sw.js' || worker.includes(`url:"/app/${name}"`)
}

const sizeOf = (names: readonly string[]) =>
  names
    .map((name) => gzipSync(readFileSync(join(FOLDER, name)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0)

it('the diary is at most 150 KiB over the line, and the scanner is fetched by whoever scans', () => {
  const names = filesOfApp()
  const kept = names.filter(isKeptByAll)
  const others = names.filter((name) => !isKeptByAll(name))
  expect(kept.length).toBeGreaterThanOrEqual(5)
  expect(sizeOf(kept)).toBeLessThanOrEqual(BUDGET_BYTES)
  expect(others.some((name) => name.endsWith('.wasm'))).toBe(true)
  expect(sizeOf(others)).toBeLessThanOrEqual(SCANNER_BYTES)
  process.stderr.write(
    `the app: ${Math.round(sizeOf(kept) / 1024)} KiB, the scanner: ${Math.round(sizeOf(others) / 1024)} KiB\n`,
  )
})

it('the phone keeps every file the shell asks for', () => {
  const shell = readFileSync(join(FOLDER, 'shell.htm'), 'utf8')
  const worker = readFileSync(join(FOLDER, 'sw.js'), 'utf8')
  const asked = [...shell.matchAll(/(?:src|href)="(\/app\/[^"]+)"/g)].map(([, path]) => path ?? '')
  expect(asked.length).toBeGreaterThanOrEqual(4)
  for (const path of ['/app/shell.htm', ...asked]) expect(worker).toContain(`"${path}"`)
})

it('every phone can inspect without a network, also one that never did before', () => {
  const screens = filesOfApp().filter((name) => name.includes('inspect-screen'))
  expect(screens).toHaveLength(1)
  expect(screens.filter(isKeptByAll)).toEqual(screens)
})

it('the shell holds no script and no style of its own', () => {
  const shell = readFileSync(join(FOLDER, 'shell.htm'), 'utf8')
  expect(shell).not.toMatch(/<style|style=|<script(?![^>]* src=)|\son\w+=/)
})

describe.each(RUNTIMES)('in %s', (runtime) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld(runtime)
  })
  afterAll(() => world.stop())

  it.each(['/app/', '/app/queue', '/app/new/harvest/review', '/app/no/such/screen'])(
    '%s opens the app, for anybody',
    async (path) => {
      const answer = await world.open(path)
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toMatch(/^text\/html/)
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect(answer.text).toContain('/app/app.webmanifest')
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
      expect(policy).not.toContain('unsafe')
    },
  )

  it('/app leads to /app/, where its service worker reaches', async () => {
    const answer = await world.open('/app?from=portal')
    expect(answer.status).toBe(308)
    expect(answer.headers['location']).toBe('/app/?from=portal')
  })

  it('what is named by its bytes is kept for good, the rest is asked for again', async () => {
    const shell = (await world.open('/app/')).text
    const script = /src="(\/app\/assets\/[^"]+)"/.exec(shell)?.[1] ?? ''
    const asset = await world.open(script)
    expect(asset.headers['content-type']).toMatch(/^text\/javascript/)
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const worker = await world.open('/app/sw.js')
    expect(worker.headers['content-type']).toMatch(/^text\/javascript/)
    expect(worker.headers['cache-control']).toBe('no-cache')
    const manifest = await world.open('/app/app.webmanifest')
    expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/)
    expect(JSON.parse(manifest.text)).toMatchObject({ start_url: '/app/', scope: '/app/' })
  })

  it('wasm is compiled by the worker that reads codes alone', async () => {
    const name = filesOfApp().find((file) => /decoder-[^/]*\.js$/.test(file)) ?? ''
    const decoder = await world.open(`/app/${name}`)
    expect(String(decoder.headers['content-security-policy'])).toContain("'wasm-unsafe-eval'")
    const wasm = filesOfApp().find((file) => file.endsWith('.wasm')) ?? ''
    const answer = await world.open(`/app/${wasm}`)
    expect(answer.headers['content-type']).toBe('application/wasm')
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('a file that is not there is not the shell', async () => {
    expect((await world.open('/app/assets/app-OLD.js')).status).toBe(404)
    expect((await world.ask('/app/', { method: 'POST' })).status).toBeGreaterThanOrEqual(404)
  })
})
