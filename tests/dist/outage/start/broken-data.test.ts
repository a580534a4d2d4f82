import { mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { goc, refusedStart } from '../../../support/running-goc.ts'

// Whole installations are started and stopped, some of them on machines that do much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const folder = mkdtempSync(join(tmpdir(), 'goc-broken-'))
const dataDir = join(folder, 'data')
const backup = join(folder, 'goc.jsonl.gz')
const resting = { dataDir, origin: 'http://localhost:8787' }

// An installation with one signing key, and its backup.
beforeAll(async () => {
  expect((await goc(resting, ['keys', 'rotate'])).code).toBe(0)
  expect((await goc(resting, ['backup', backup])).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Both refuse with several lines that say what to do, and no stack. */
async function expectRefusals(...says: string[]): Promise<void> {
  const before = readdirSync(dataDir)
  const started = await refusedStart({ dataDir, args: ['--no-demo'] })
  expect(started.code, started.output).toBe(1)
  const command = await goc(resting, ['keys', 'rotate'])
  expect(command.code).toBe(1)
  for (const told of [started.output, command.stderr]) {
    for (const word of [...says, '--reset']) expect(told).toContain(word)
    expect(told).not.toMatch(/\bat .*\.ts:\d/)
  }
  expect(readdirSync(dataDir)).toEqual(before)
}

describe('npm start and commands', () => {
  it('do not begin anew where the secrets are gone', async () => {
    const secrets = join(dataDir, 'secrets.json')
    renameSync(secrets, join(folder, 'secrets.json'))
    await expectRefusals('không thấy khóa bí mật', 'GOC_KEK')
    renameSync(join(folder, 'secrets.json'), secrets)
    expect((await goc(resting, ['keys', 'list'])).code).toBe(0)
  })

  it('do not begin anew where the database is gone, and go on once its backup is restored', async () => {
    const before = await goc(resting, ['keys', 'list'])
    rmSync(join(dataDir, 'libsql'), { recursive: true })
    await expectRefusals('Không thấy cơ sở dữ liệu', 'goc -- restore')
    const wrong = join(folder, 'wrong.gz')
    writeFileSync(wrong, 'no backup')
    expect((await goc(resting, ['restore', wrong])).code).toBe(1)
    await expectRefusals('chưa xong')
    const restored = await goc(resting, ['restore', backup])
    expect([restored.code, restored.stderr]).toEqual([0, ''])
    expect(await goc(resting, ['keys', 'list'])).toEqual(before)
  })

  it('keep the folder to its owner', () => {
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  })
})

describe('goc restore', () => {
  it('tells where the keys of the backup need another GOC_KEK', async () => {
    const elsewhere = { ...resting, dataDir: join(folder, 'elsewhere') }
    const restored = await goc(elsewhere, ['restore', backup])
    expect(restored.code).toBe(0)
    expect(restored.stderr).toContain('không mở được khóa ký nào')
  })
})
