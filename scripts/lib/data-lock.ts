import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, createClient, type Transaction } from '@libsql/client'

/** Who uses a data folder: a server that stays, or a command that is soon done. */
export type DataHolder = {
  readonly kind: 'server' | 'command'
  /** As it was called: `npm start`, `goc labels issue`. */
  readonly name: string
  readonly pid: number
  /** Where a server answers people. */
  readonly origin: string | null
}

export type DataLock = { readonly release: () => Promise<void> }

/**
 * Takes a data folder for this process, or tells who has it. What excludes others is a lock that the
 * kernel keeps for a process and drops with it, however it ends: nothing stays behind that would
 * have to be judged, and no number of a process that has been given to another since is believed.
 * The file beside it only says who it is.
 */
export async function takeDataLock(input: {
  directory: string
  holder: DataHolder
}): Promise<{ lock: DataLock } | { heldBy: DataHolder | null }> {
  const { directory, holder } = input
  const told = join(directory, 'lock.json')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const held = await reserve(join(directory, 'lock'))
  if (held === null) return { heldBy: await readHolder(told) }
  await writeFile(told, JSON.stringify(holder), { mode: 0o600 })
  return {
    lock: {
      release: async () => {
        await rm(told, { force: true })
        held.transaction.close()
        held.client.close()
      },
    },
  }
}

/** SQLite's own lock on an empty file: it works wherever SQLite does. */
async function reserve(file: string): Promise<{ client: Client; transaction: Transaction } | null> {
  const client = createClient({ url: `file:${file}` })
  try {
    return { client, transaction: await client.transaction('write') }
  } catch (error) {
    client.close()
    if (error instanceof Error && /SQLITE_BUSY|database is locked/.test(error.message)) return null
    throw new Error(`Không khóa được thư mục dữ liệu: ${file} không ghi được.`, { cause: error })
  }
}

async function readHolder(path: string): Promise<DataHolder | null> {
  try {
    const holder: unknown = JSON.parse(await readFile(path, 'utf8'))
    return isHolder(holder) ? holder : null
  } catch {
    return null
  }
}

function isHolder(value: unknown): value is DataHolder {
  if (typeof value !== 'object' || value === null) return false
  const { kind, name, pid, origin } = value as Record<keyof DataHolder, unknown>
  const knownKind = kind === 'server' || kind === 'command'
  const hasOrigin = origin === null || typeof origin === 'string'
  return knownKind && typeof name === 'string' && typeof pid === 'number' && hasOrigin
}
