import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tidyState } from '../../../scripts/lib/tidy-state.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goc-state-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function put(...path: string[]): void {
  mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true })
  writeFileSync(join(folder, ...path), 'x')
}

describe('a start', () => {
  it('clears away temporary files and the cache, and nothing of the bucket', async () => {
    put('tmp', 'left')
    put('cache', 'old')
    put('r2', 'photo')
    expect(await tidyState(folder)).toBe(join(folder, 'tmp'))
    expect(readdirSync(folder).sort()).toEqual(['r2', 'tmp'])
    expect(readdirSync(join(folder, 'tmp'))).toEqual([])
    expect(existsSync(join(folder, 'r2', 'photo'))).toBe(true)
  })

  it('finds the bucket where an earlier version kept it', async () => {
    put('media', 'photo')
    await tidyState(folder)
    await tidyState(folder)
    expect(existsSync(join(folder, 'r2', 'photo'))).toBe(true)
  })

  it('never writes an older bucket over a newer one', async () => {
    put('media', 'old')
    put('r2', 'new')
    await tidyState(folder)
    expect(readdirSync(join(folder, 'r2'))).toEqual(['new'])
  })
})
