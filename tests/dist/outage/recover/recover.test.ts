import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startSqld } from '../../../../scripts/lib/sqld.ts'
import { recoverDatabase } from '../../../../scripts/recover/recover-database.ts'
import { stateOfLog } from '../../../../scripts/recover/replication-log.ts'
import { copyOf, DAMAGES, logOf, makeWritten, numbersFrom, readAndWrite } from './damaged-log.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 })

const SEED = Number(process.env['GOC_SEED'] ?? 20_261_129)
/** Of each kind; more where somebody has the time. */
const ROUNDS = Number(process.env['GOC_CUTS'] ?? 4)

const folder = mkdtempSync(join(tmpdir(), 'goc-recover-'))
/** Left by a server that was killed, all in the write-ahead log; by one that was stopped; and by one that had moved much over. */
const WRITTEN = [
  { name: 'killed', rows: 60, ends: 'killed' },
  { name: 'stopped', rows: 60, ends: 'stopped' },
  { name: 'moved over', rows: 700, ends: 'killed' },
] as const
const acknowledged = new Map<string, readonly string[]>()

beforeAll(async () => {
  for (const { name, ...how } of WRITTEN) {
    acknowledged.set(name, await makeWritten(join(folder, name), how))
    expect(await stateOfLog(logOf(join(folder, name)))).toEqual({ kind: 'whole' })
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** They may hit what nothing depends on: a page's empty end, the name of the log; a log that is gone is none. */
const MAY_MISS = new Set([
  'as long as it was, the end never written',
  'one block never written',
  'one bit turned',
  'gone',
])

const recover = (serverFolder: string) =>
  recoverDatabase({ serverFolder, now: new Date(), word: () => undefined })

const starts = async (serverFolder: string): Promise<boolean> =>
  startSqld({ dataDir: serverFolder }).then(
    (sqld) => sqld.stop().then(() => true),
    () => false,
  )

describe('a log that is damaged after writes were acknowledged', () => {
  for (const [kind, damage] of Object.entries(DAMAGES)) {
    it(`${kind}: every write is there after the recovery, and again nothing is to be done`, async () => {
      const random = numbersFrom(SEED + kind.length)
      for (let round = 0; round < ROUNDS; round++) {
        const from = WRITTEN[round % WRITTEN.length]?.name ?? ''
        const serverFolder = copyOf(join(folder, from), join(folder, 'copy', 'libsql'))
        const told = `${from}, ${damage({ log: logOf(serverFolder), random })}`
        const wasWhole = (await stateOfLog(logOf(serverFolder))).kind !== 'damaged'
        const broken = existsSync(logOf(serverFolder)) ? readFileSync(logOf(serverFolder)) : null
        const recovery = await recover(serverFolder)
        if (!MAY_MISS.has(kind)) expect(wasWhole, told).toBe(false)
        expect(recovery.kind, told).toBe(wasWhole ? 'whole' : 'recovered')
        if (recovery.kind === 'recovered') {
          expect(readFileSync(logOf(recovery.asideFolder)), told).toEqual(broken)
          expect(existsSync(join(recovery.asideFolder, 'dbs/default/data'))).toBe(true)
        }
        expect(await readAndWrite(serverFolder, 'more'), told).toEqual(acknowledged.get(from))
        expect(await stateOfLog(logOf(serverFolder)), told).toEqual({ kind: 'whole' })
        expect(await recover(serverFolder), told).toMatchObject({ kind: 'whole' })
        rmSync(join(folder, 'copy'), { recursive: true })
      }
    })
  }

  it('keeps the server from starting, which is what the command is for', async () => {
    const serverFolder = copyOf(join(folder, 'killed'), join(folder, 'cut', 'libsql'))
    truncateSync(logOf(serverFolder), readFileSync(logOf(serverFolder)).length - 1)
    expect(await starts(serverFolder)).toBe(false)
    const recovery = await recover(serverFolder)
    expect(recovery).toMatchObject({
      kind: 'recovered',
      damage: [{ path: logOf(serverFolder), why: expect.stringContaining('khung') }],
    })
    expect(await starts(serverFolder)).toBe(true)
  })
})

describe('other files beside the database', () => {
  const beside: Readonly<Record<string, (serverFolder: string) => void>> = {
    'an empty stats.json': (dir) => truncateSync(join(dir, 'dbs/default/stats.json'), 0),
    'a stats.json cut off': (dir) => truncateSync(join(dir, 'dbs/default/stats.json'), 9),
    'an empty .version': (dir) => truncateSync(join(dir, '.version'), 0),
    'a metastore cut off': (dir) => truncateSync(join(dir, 'metastore/data'), 5_000),
    'a metastore that is none': (dir) =>
      writeFileSync(join(dir, 'metastore/data'), 'x'.repeat(8_192)),
    'a log on its way into a snapshot': (dir) =>
      writeFileSync(join(dir, 'dbs/default/to_compact/a'), 'x'),
    'what only the server finds': (dir) =>
      writeFileSync(join(dir, 'dbs/default/stats.json'), '{"id":"none","rows_written":-1}'),
  }
  for (const [name, damage] of Object.entries(beside)) {
    it(`${name}: is moved aside and made again`, async () => {
      for (const from of ['killed', 'stopped']) {
        const serverFolder = copyOf(join(folder, from), join(folder, 'copy', 'libsql'))
        damage(serverFolder)
        const recovery = await recover(serverFolder)
        expect(recovery.kind).toBe('recovered')
        expect(await readAndWrite(serverFolder, 'more')).toEqual(acknowledged.get(from))
        expect(await recover(serverFolder)).toMatchObject({ kind: 'whole' })
        rmSync(join(folder, 'copy'), { recursive: true })
      }
    })
  }
})

describe('a database that is damaged itself', () => {
  it('is not touched, and a backup is asked for', async () => {
    const serverFolder = copyOf(join(folder, 'moved over'), join(folder, 'copy', 'libsql'))
    const data = join(serverFolder, 'dbs/default/data')
    const bytes = readFileSync(data)
    expect(bytes.length).toBeGreaterThan(20 * 4_096)
    // Not cut, which is seen at once, but written over in the middle.
    bytes.fill(7, 8 * 4_096, 12 * 4_096)
    writeFileSync(data, bytes)
    rmSync(join(serverFolder, 'dbs/default/data-wal'))
    await expect(recover(serverFolder)).rejects.toThrow(/^Chính cơ sở dữ liệu .* bị hỏng/)
    expect(readdirSync(join(folder, 'copy'))).toContain('libsql')
  })
})
