import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { processesUsing } from '../../../../scripts/lib/open-files.ts'
import { ROOT } from '../../../../scripts/lib/paths.ts'
import { startSqld } from '../../../../scripts/lib/sqld.ts'
import { goc, refusedStart, startGoc } from '../../../support/running-goc.ts'
import { copyOf, logOf, makeWritten, numbersFrom, readAndWrite } from './damaged-log.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'goc-recover-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function cut(serverFolder: string): void {
  truncateSync(logOf(serverFolder), statSync(logOf(serverFolder)).size - 3_000)
}

describe('goc database recover', () => {
  it('refuses while a server runs, is named where one does not start, and brings everything back', async () => {
    const dataDir = join(folder, 'data')
    const running = await startGoc({ dataDir, args: ['--no-demo'] })
    const made = await goc(running, ['keys', 'rotate'])
    const refused = await goc(running, ['database', 'recover'])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(`đang do “npm start” (tiến trình ${running.pid}`)
    expect(await running.stop()).toBe(0)

    cut(join(dataDir, 'libsql'))
    const started = await refusedStart({ dataDir, args: ['--no-demo'] })
    expect(started.code).toBe(1)
    expect(started.output).toContain('npm run goc -- database recover')

    const recovered = await goc(running, ['database', 'recover'])
    expect([recovered.code, recovered.stdout]).toEqual([0, expect.stringContaining('wallog')])
    const [aside = ''] = readdirSync(dataDir).filter((name) => name.startsWith('libsql.damaged-'))
    expect(recovered.stdout).toContain(join(dataDir, aside))
    expect(readdirSync(join(dataDir, aside, 'dbs/default')).sort()).toEqual([
      'data',
      'data-wal',
      'wallog',
    ])
    const twice = await goc(running, ['database', 'recover'])
    expect([twice.code, twice.stdout]).toEqual([0, expect.stringContaining('Không có gì hỏng')])
    const keys = await goc(running, ['keys', 'list'])
    expect(made.stdout).toContain(keys.stdout.slice(0, 3))
  })

  it('mends the folder of a server that somebody else runs, once that is stopped', async () => {
    const serverFolder = join(folder, 'own')
    const rows = await makeWritten(serverFolder, { rows: 20, ends: 'stopped' })
    const sqld = await startSqld({ dataDir: serverFolder })
    const nowhere = { dataDir: join(folder, 'nowhere'), origin: 'http://localhost:8787' }
    const asked = ['database', 'recover', '--folder', serverFolder]
    const refused = await goc(nowhere, asked)
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining(`${sqld.pid}`)])
    await sqld.stop()
    cut(serverFolder)
    expect((await goc(nowhere, asked)).code).toBe(0)
    expect(await readAndWrite(serverFolder, 'more')).toEqual(rows)
  })

  it('killed at any moment, it goes on where it is called again', async () => {
    const random = numbersFrom(Number(process.env['GOC_SEED'] ?? 20_261_129))
    const from = join(folder, 'from')
    const rows = await makeWritten(from, { rows: 400, ends: 'killed' })
    for (const [line, within] of [
      ['Đang kiểm tra', 300],
      ['Đang kiểm tra', 300],
      ['dựng lại', 50],
      ['dựng lại', 500],
      ['dựng lại', 500],
    ] as const) {
      const serverFolder = copyOf(from, join(folder, 'killed', 'libsql'))
      cut(serverFolder)
      const waitMs = random(within)
      await killedAfter(serverFolder, line, waitMs)
      const told = `killed ${waitMs} ms after “${line}”`
      const again = await goc({ dataDir: folder, origin: 'http://localhost:8787' }, [
        ...['database', 'recover', '--folder', serverFolder],
      ])
      expect(again.code, told + again.stderr).toBe(0)
      expect(await readAndWrite(serverFolder, 'more'), told).toEqual(rows)
      rmSync(join(folder, 'killed'), { recursive: true })
    }
  })
})

/** The command, ended by force so long after it wrote a line; the server it had started ends with it. */
async function killedAfter(serverFolder: string, line: string, waitMs: number): Promise<void> {
  const child = spawn('node', ['scripts/goc.ts', 'database', 'recover', '--folder', serverFolder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: process.env,
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stderr.on('data', (chunk: Buffer) => {
    if (chunk.toString('utf8').includes(line)) setTimeout(() => child.kill('SIGKILL'), waitMs)
  })
  await ended
  const deadline = Date.now() + 20_000
  while (Date.now() < deadline && (await isUsed(serverFolder))) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function isUsed(serverFolder: string): Promise<boolean> {
  return (await processesUsing(serverFolder)).length > 0
}
