import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFiles, sizeOf, stateOfFile } from '../lib/database-files.ts'
import { stateOfLog } from './replication-log.ts'

/** Something beside the database that a libSQL server makes again where it is missing. */
export type Damage = {
  /** Under the folder of the server. */
  readonly path: string
  readonly why: string
}

const METASTORE = 'metastore'
const VERSION = '.version'

/** Everything of a server's folder that the database can do without. */
export function remakeable(serverFolder: string): readonly string[] {
  const { folder, replicationLog } = databaseFiles(serverFolder)
  const beside = ['snapshots', 'to_compact', 'stats.json', 'data-shm'].map((name) =>
    join(folder, name),
  )
  return [replicationLog, ...beside, join(serverFolder, METASTORE), join(serverFolder, VERSION)]
}

/** What a power cut, a full disk or a hand has damaged beside the database, looked at from outside. */
export async function findDamage(serverFolder: string): Promise<Damage[]> {
  const { folder, replicationLog } = databaseFiles(serverFolder)
  const found: Damage[] = []
  const log = await stateOfLog(replicationLog)
  if (log.kind === 'damaged') found.push({ path: replicationLog, why: log.why })
  const stats = join(folder, 'stats.json')
  if (!(await isJson(stats))) found.push({ path: stats, why: 'không phải JSON' })
  const version = join(serverFolder, VERSION)
  const text = await readFile(version, 'utf8').catch(() => null)
  if (text !== null && !/^\d+\.\d+\.\d+/.test(text))
    found.push({ path: version, why: 'không ghi số phiên bản' })
  const metastore = join(serverFolder, METASTORE)
  const state = await stateOfFile(join(metastore, 'data'), join(metastore, 'data-wal'))
  if (state.kind === 'broken') found.push({ path: metastore, why: state.why })
  // Logs that were on their way into a snapshot for replicas.
  const waiting = join(folder, 'to_compact')
  const names = await readdir(waiting).catch(() => [])
  for (const name of names) {
    const each = await stateOfLog(join(waiting, name))
    if (each.kind === 'damaged') found.push({ path: join(waiting, name), why: each.why })
  }
  return found
}

async function isJson(path: string): Promise<boolean> {
  if ((await sizeOf(path)) === null) return true
  try {
    JSON.parse(await readFile(path, 'utf8'))
    return true
  } catch {
    return false
  }
}
