import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forget, goc, startGoc } from '../support/running-goc.ts'

describe('npm start', () => {
  it('keeps all data through a second start, and moves its labels to the new address', async () => {
    const first = await startGoc()
    const before = demoOf(first.dataDir)
    expect(await first.stop()).toBe(0)
    const second = await startGoc({ dataDir: first.dataDir })
    const after = demoOf(first.dataDir)
    const path = (url: string | undefined) => (url ?? '').replace(/^https?:\/\/[^/]+/i, '')
    for (const name of Object.keys(before.labels)) {
      expect(path(after.labels[name]), name).toBe(path(before.labels[name]))
    }
    expect((await fetch(after.labels['clear'] ?? '')).status).toBe(200)
    expect(await second.stop()).toBe(0)
    forget(first)
  })

  it('starts empty with --no-demo, and a label can be made from nothing but the command line', async () => {
    const running = await startGoc({ args: ['--no-demo'] })
    expect(running.labels).toEqual({})
    expect((await fetch(`${running.origin}/`)).status).toBe(200)
    const notices = await fetch(`${running.origin}/api/v1/notices`)
    expect(((await notices.json()) as { items: unknown[] }).items).toEqual([])
    const codes = await goc(running, [
      'codes',
      'import',
      'tests/support/sheets/ma-so-an-giang.xlsx',
    ])
    expect(codes.stdout + codes.stderr).not.toMatch(/at .*\.ts:\d/)
    await running.stop()
    forget(running)
  })
})

function demoOf(dataDir: string): { labels: Record<string, string> } {
  return JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as {
    labels: Record<string, string>
  }
}
