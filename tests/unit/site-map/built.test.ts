import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { buildMap, versionOf } from '../../../site/app-build/build-map.ts'

const folder = mkdtempSync(join(tmpdir(), 'goc-map-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the map asks only for parts named by their bytes, and is itself asked for by a version', async () => {
  await buildMap(folder)
  const names = readdirSync(folder)
  const asked = names
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(ASKED) ?? [])
    .map((address) => address.replaceAll(/^"\.\/|^"?\/area-map\/|"$/g, ''))
  expect(asked.length).toBeGreaterThan(1)
  for (const name of asked) {
    expect(names).toContain(name)
    expect(name).toMatch(/-[0-9A-Za-z]{8,16}\.js$/)
  }
  const version = versionOf(folder)
  expect(version).toBe(versionOf(folder))
  rmSync(join(folder, 'map.css'))
  expect(versionOf(folder)).not.toBe(version)
})

const ASKED = /"\.\/[\w.-]+\.js"|"?\/area-map\/[\w.-]+\.js"?/g
