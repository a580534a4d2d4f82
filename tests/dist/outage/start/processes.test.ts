import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { JOBS_EVERY_MS } from '../../../../scripts/lib/keep-time.ts'
import { forget, goc, type RunningGoc, startGoc } from '../../../support/running-goc.ts'
import { until } from '../../world.ts'
import { isAlive, sqldOf, workerdOf } from './processes.ts'

// Whole installations are started and stopped, some of them on machines that do much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'goc-processes-'))
const started: RunningGoc[] = []
afterAll(async () => {
  for (const { stop } of started) await stop()
  forget({ dataDir: folder })
})

async function start(name: string): Promise<RunningGoc> {
  const running = await startGoc({ dataDir: join(folder, name), args: ['--no-demo'] })
  started.push(running)
  return running
}

const answers = async ({ origin }: RunningGoc, path: string) =>
  fetch(origin + path).then(
    (answer) => answer.ok,
    () => false,
  )

describe('a process of npm start that is killed', () => {
  it('the libSQL server is started again, on the same address, with all that was written', async () => {
    const running = await start('sqld')
    const made = await goc(running, ['keys', 'rotate'])
    expect(made.code, made.stderr).toBe(0)
    const before = await sqldOf(running.dataDir)
    process.kill(before, 'SIGKILL')
    await until(async () => /đã chạy lại/.test(running.output()), 90_000)
    await until(() => answers(running, '/readyz'), 90_000)
    expect(running.output()).toContain('Máy chủ dữ liệu (sqld) dừng ngoài ý muốn (SIGKILL)')
    expect(await sqldOf(running.dataDir)).not.toBe(before)
    const keys = (await fetch(`${running.origin}/.well-known/jwks.json`).then((r) => r.json())) as {
      keys: { kid: string }[]
    }
    expect(keys.keys.map(({ kid }) => made.stdout.includes(kid))).toEqual([true])
    expect(await running.stop()).toBe(0)
  })

  it('the runtime is started again', async () => {
    const running = await start('workerd')
    const before = workerdOf(running.pid)
    process.kill(before, 'SIGKILL')
    await until(async () => /workerd.*chạy lại/.test(running.output()), 90_000)
    await until(() => answers(running, '/readyz'), 90_000)
    expect(workerdOf(running.pid)).not.toBe(before)
    // Its clock goes on with the new one, which it tells of every few seconds.
    await new Promise((resolve) => setTimeout(resolve, 2 * JOBS_EVERY_MS))
    expect(await answers(running, '/readyz')).toBe(true)
    expect(await running.stop()).toBe(0)
  })

  it('the one that started the others leaves nothing behind, and the next start goes on at once', async () => {
    const running = await start('all')
    const made = await goc(running, ['keys', 'rotate'])
    const left = [await sqldOf(running.dataDir), workerdOf(running.pid)]
    process.kill(running.pid, 'SIGKILL')
    // At once: those left behind may still be ending.
    const again = await start('all')
    expect(left.filter(isAlive)).toEqual([])
    const { stdout } = await goc(again, ['keys', 'list'])
    expect(made.stdout).toContain(stdout.slice(0, 3))
    expect(await again.stop()).toBe(0)
  })

  it('nothing of it runs a while later where nobody starts again', async () => {
    const running = await start('alone')
    const left = [await sqldOf(running.dataDir), workerdOf(running.pid)]
    process.kill(running.pid, 'SIGKILL')
    await until(async () => !left.some(isAlive), 60_000)
  })
})

describe('a data folder', () => {
  it('serves one instance: the second is told who has it and where, and commands go to the first', async () => {
    const dataDir = join(folder, 'one')
    const both = await Promise.allSettled([
      startGoc({ dataDir, args: ['--no-demo'] }),
      startGoc({ dataDir, args: ['--no-demo'] }),
    ])
    const [running] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const [refused] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    if (running === undefined) throw new Error(`neither started: ${refused}`)
    started.push(running)
    expect(String(refused)).toContain(
      `đang do “npm start” (tiến trình ${running.pid}, tại ${running.origin}) dùng`,
    )
    expect((await goc(running, ['keys', 'list'])).code).toBe(0)
    expect(await answers(running, '/readyz')).toBe(true)
    // It is not emptied under whoever uses it either.
    await expect(startGoc({ dataDir, args: ['--no-demo', '--reset'] })).rejects.toThrow(/dùng/)
    expect(await answers(running, '/readyz')).toBe(true)
    expect(await running.stop()).toBe(0)
  })

  it('is used by one command after the other, however many are called at once', async () => {
    const dataDir = join(folder, 'one')
    const resting = { dataDir, origin: 'http://localhost:8787' }
    const results = await Promise.all(
      ['một', 'hai', 'ba'].map((name) => goc(resting, ['keys', 'rotate', '--authority', name])),
    )
    expect(results.map(({ code, stderr }) => [code, code === 0 ? '' : stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ])
    const { stdout } = await goc(resting, ['keys', 'list'])
    for (const name of ['một', 'hai', 'ba']) expect(stdout).toContain(name)
  })

  it('is open to its owner alone, and so are the secrets in it', async () => {
    const dataDir = join(folder, 'one')
    const mode = (name: string) => (statSync(join(dataDir, name)).mode & 0o777).toString(8)
    expect(mode('.')).toBe('700')
    expect(mode('secrets.json')).toBe('600')
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
