import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { InstallationFault } from '../../../scripts/lib/installation-fault.ts'
import {
  kekOf,
  type OpenInstallation,
  openInstallation,
} from '../../../scripts/lib/open-installation.ts'
import { ROOT } from '../../../scripts/lib/paths.ts'
import { makePrivate } from '../../../scripts/lib/private-folder.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { listKeys } from '../../../worker/verbs/keys/list-keys.ts'
import { makeContext } from '../../support/factories.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'goc-broken-'))
const whole = join(folder, 'whole')
const KEK = Buffer.alloc(32, 7).toString('base64url')
const SECRET = 'x'.repeat(40)

const words: string[] = []
async function open(directory: string, given: Partial<OpenInstallation> = {}) {
  const origin = 'http://localhost:8787'
  const word = (line: string) => void words.push(line)
  return openInstallation({ directory, origin, word, ...given })
}

// An installation with one signing key, at rest.
beforeAll(async () => {
  const { database, secrets } = await open(whole)
  await createKey({ ctx: makeContext(database.db, { kek: kekOf(secrets) }), input: {} })
  await database.stop()
})
afterEach(() => {
  vi.unstubAllEnvs()
  words.length = 0
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let copies = 0
/** A copy of the installation, damaged. */
async function damaged(damage: (dataDir: string) => void | Promise<void>): Promise<string> {
  const dataDir = join(folder, `copy-${++copies}`)
  cpSync(whole, dataDir, { recursive: true })
  await damage(dataDir)
  return dataDir
}

/** Every file with its content; the server's log is left out. */
function contentOf(dataDir: string): Record<string, string> {
  const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.endsWith('.log'))
    .filter((name) => statSync(join(dataDir, name)).isFile())
  return Object.fromEntries(
    files.sort().map((name) => {
      const hash = createHash('sha256').update(readFileSync(join(dataDir, name)))
      return [name, hash.digest('hex')]
    }),
  )
}

/** A server that was started and stopped may have tidied its own files; the data are the same. */
function changesOf(before: Record<string, string>, after: Record<string, string>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const ofServer =
    /^libsql\/(?:metastore|dbs\/default\/(?:data-(?:wal|shm)|stats\.json|wallog|\.sentinel))/
  return [...names].filter((name) => before[name] !== after[name] && !ofServer.test(name))
}

const DATA = 'libsql/dbs/default/data'
/** Moves all into the file of the database itself, as SQLite does from time to time. */
async function moveOver(dataDir: string): Promise<void> {
  // In a process of its own: the client keeps files open until its garbage is collected.
  const work = `
    import { createClient } from '@libsql/client'
    const client = createClient({ url: 'file:' + process.argv[1] })
    await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    process.exit()`
  const args = ['--input-type=module', '--eval', work, join(dataDir, DATA)]
  await promisify(execFile)(process.execPath, args, { cwd: ROOT })
}

/** What is wrong, and what must be said: which file, and what to do. */
const CASES: readonly {
  readonly name: string
  readonly damage: (dataDir: string) => void | Promise<void>
  readonly env?: Readonly<Record<string, string>>
  readonly says: readonly string[]
}[] = [
  {
    name: 'the secrets are gone',
    damage: (dir) => rmSync(join(dir, 'secrets.json')),
    says: ['không thấy khóa bí mật', 'secrets.json', 'GOC_KEK', '--reset'],
  },
  {
    name: 'the secrets are empty',
    damage: (dir) => truncateSync(join(dir, 'secrets.json'), 0),
    says: ['secrets.json', 'tệp trống', 'không ghi đè'],
  },
  {
    name: 'the secrets are cut off',
    damage: (dir) => truncateSync(join(dir, 'secrets.json'), 60),
    says: ['secrets.json', 'cắt ngang', 'không ghi đè'],
  },
  {
    name: 'one of the secrets is missing',
    damage: (dir) => writeFileSync(join(dir, 'secrets.json'), JSON.stringify({ GOC_KEK: KEK })),
    says: ['secrets.json', 'thiếu GOC_AUTH_SECRET'],
  },
  {
    name: 'the secrets are another installation’s',
    damage: (dir) =>
      writeFileSync(
        join(dir, 'secrets.json'),
        JSON.stringify({ GOC_KEK: KEK, GOC_AUTH_SECRET: SECRET }),
      ),
    says: ['secrets.json', 'không mở được khóa ký nào', 'GOC_KEK cũ', '--lost-kek'],
  },
  {
    name: 'GOC_KEK of the environment is wrong',
    damage: () => undefined,
    env: { GOC_KEK: KEK, GOC_AUTH_SECRET: SECRET },
    says: ['biến môi trường', 'không mở được khóa ký nào'],
  },
  {
    name: 'GOC_KEK of the environment is no key',
    damage: () => undefined,
    env: { GOC_KEK: 'ngắn', GOC_AUTH_SECRET: SECRET },
    says: ['GOC_KEK không phải 32 byte', 'bỏ hẳn cả hai biến'],
  },
  {
    name: 'GOC_KEK of the environment is empty',
    damage: () => undefined,
    env: { GOC_KEK: '', GOC_AUTH_SECRET: SECRET },
    says: ['thiếu GOC_KEK'],
  },
  {
    name: 'only one secret is in the environment',
    damage: () => undefined,
    env: { GOC_KEK: KEK },
    says: ['thiếu GOC_AUTH_SECRET'],
  },
  {
    name: 'the database is gone',
    damage: (dir) => rmSync(join(dir, 'libsql'), { recursive: true }),
    says: ['Không thấy cơ sở dữ liệu', 'goc -- restore', '--reset'],
  },
  {
    name: 'database and secrets are gone',
    damage: (dir) => {
      rmSync(join(dir, 'libsql'), { recursive: true })
      rmSync(join(dir, 'secrets.json'))
    },
    says: ['Không thấy cơ sở dữ liệu', 'goc -- restore'],
  },
  {
    name: 'the file of the database is gone, and what stood beside it is there',
    damage: (dir) => rmSync(join(dir, DATA)),
    says: ['bị hỏng', 'không còn', 'goc -- restore'],
  },
  {
    name: 'the file of the database is empty',
    damage: (dir) => truncateSync(join(dir, DATA), 0),
    says: ['bị hỏng', 'trống', 'goc -- restore'],
  },
  {
    name: 'the file of the database is cut off',
    damage: async (dir) => {
      await moveOver(dir)
      truncateSync(join(dir, DATA), statSync(join(dir, DATA)).size - 5_000)
    },
    says: ['bị hỏng', 'cắt ngắn'],
  },
  {
    name: 'the file of the database is something else',
    damage: async (dir) => {
      await moveOver(dir)
      writeFileSync(join(dir, DATA), 'x'.repeat(8_192))
    },
    says: ['bị hỏng', 'không phải một cơ sở dữ liệu SQLite'],
  },
  {
    name: 'the log that held all that is not in the file yet is gone',
    damage: (dir) => rmSync(join(dir, `${DATA}-wal`)),
    says: ['trống, dù trước đây đã có dữ liệu', 'goc -- restore', '--reset'],
  },
  {
    name: 'the record of what was made is cut off, and the database is gone',
    damage: (dir) => {
      truncateSync(join(dir, 'installation.json'), 5)
      rmSync(join(dir, 'libsql'), { recursive: true })
    },
    says: ['Không thấy cơ sở dữ liệu'],
  },
  {
    name: 'the installation is from before there were records, and the database is gone',
    damage: (dir) => {
      rmSync(join(dir, 'installation.json'))
      rmSync(join(dir, 'libsql'), { recursive: true })
    },
    says: ['Không thấy cơ sở dữ liệu'],
  },
]

describe('an installation is not opened, and nothing in it changed', () => {
  for (const { name, damage, env = {}, says } of CASES) {
    it(`where ${name}`, async () => {
      const dataDir = await damaged(damage)
      const before = contentOf(dataDir)
      for (const [variable, value] of Object.entries(env)) vi.stubEnv(variable, value)
      const fault = await open(dataDir).then(
        () => null,
        (error: unknown) => error,
      )
      expect(fault).toBeInstanceOf(InstallationFault)
      const { message } = fault as InstallationFault
      for (const word of says) expect(message).toContain(word)
      expect(message).not.toMatch(/ENOENT|EEXIST|SyntaxError|undefined|[\w-]{43}/)
      expect(changesOf(before, contentOf(dataDir))).toEqual([])
    })
  }

  it('where its origin is one that others reach and the secrets are gone', async () => {
    const directory = join(folder, 'public')
    await expect(open(directory, { origin: 'https://tem.example.vn' })).rejects.toThrow(/GOC_KEK/)
  })
})

describe('an installation is opened', () => {
  it('where a page that the file lacks stands in the log beside it', async () => {
    // As an end in the middle of moving pages over leaves it: the first page came first.
    const dataDir = await damaged(async (dir) => {
      const log = readFileSync(join(dir, `${DATA}-wal`))
      await moveOver(dir)
      truncateSync(join(dir, DATA), 3 * 4_096)
      writeFileSync(join(dir, `${DATA}-wal`), log)
    })
    const { database } = await open(dataDir)
    expect(await listKeys({ ctx: makeContext(database.db) })).toHaveLength(1)
    await database.stop()
  })

  it('where a first start was cut off, at whatever point, and it goes on', async () => {
    for (const cutOff of [
      (dir: string) => rmSync(join(dir, 'libsql'), { recursive: true }),
      (dir: string) => {
        rmSync(join(dir, 'libsql'), { recursive: true })
        rmSync(join(dir, 'secrets.json'))
      },
      () => undefined,
    ]) {
      const dataDir = await damaged((dir) => {
        writeFileSync(join(dir, 'installation.json'), '{"databaseMadeAt":null}')
        cutOff(dir)
      })
      const { database } = await open(dataDir)
      await database.stop()
      const record = JSON.parse(readFileSync(join(dataDir, 'installation.json'), 'utf8'))
      expect(record.databaseMadeAt).toMatch(/^\d{4}-/)
    }
  })

  it('for a restore where its database is gone, and then not as if that had ended well', async () => {
    const dataDir = await damaged((dir) => rmSync(join(dir, 'libsql'), { recursive: true }))
    const first = await open(dataDir, { restores: true })
    await first.database.stop()
    await expect(open(dataDir)).rejects.toThrow(/chưa xong/)
    const second = await open(dataDir, { restores: true })
    await second.database.stop()
  })

  it('with a KEK that opens no key where somebody says that it is lost', async () => {
    vi.stubEnv('GOC_KEK', KEK)
    vi.stubEnv('GOC_AUTH_SECRET', SECRET)
    const dataDir = await damaged(() => undefined)
    const lost = await open(dataDir, { lostKek: true })
    const ctx = makeContext(lost.database.db, { kek: kekOf(lost.secrets) })
    await createKey({ ctx, input: { authority: 'new' } })
    await lost.database.stop()
    // From then on there is a key that it opens.
    const after = await open(dataDir)
    await after.database.stop()
  })
})

describe('a data folder', () => {
  const word = (line: string) => void words.push(line)

  it('is made for its owner alone, and so are the secrets in it', async () => {
    const directory = join(folder, 'new')
    const { database } = await open(directory)
    await database.stop()
    const mode = (name: string) => statSync(join(directory, name)).mode & 0o777
    expect(mode('.')).toBe(0o700)
    for (const name of ['secrets.json', 'installation.json']) expect(mode(name), name).toBe(0o600)
    expect(words).toEqual([])
  })

  it('that stands open is closed, and so are the secrets in it', async () => {
    const dataDir = await damaged((dir) => {
      chmodSync(dir, 0o755)
      chmodSync(join(dir, 'secrets.json'), 0o644)
    })
    const { database } = await open(dataDir)
    await database.stop()
    expect(words.filter((line) => line.startsWith('Đã đóng quyền'))).toHaveLength(2)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('that others keep things in is left open, and somebody is told', async () => {
    const dataDir = await damaged((dir) => {
      chmodSync(dir, 0o755)
      writeFileSync(join(dir, 'thư của người khác'), '')
    })
    await makePrivate(dataDir, word)
    expect(words.join()).toContain('GOC_DATA_DIR')
    expect(statSync(dataDir).mode & 0o777).toBe(0o755)
  })
})
