import { createClient } from '@libsql/client'
import { databaseFiles, stateOfDatabase } from '../lib/database-files.ts'
import { InstallationFault } from '../lib/installation-fault.ts'
import { findSqld, type Sqld, startSqld } from '../lib/sqld.ts'
import { type Damage, findDamage, remakeable } from './find-damage.ts'
import { type Aside, makeAside } from './set-aside.ts'
import { syncFile } from './sync-file.ts'

export type Recovery =
  | { readonly kind: 'whole'; readonly tables: number }
  | {
      readonly kind: 'recovered'
      readonly damage: readonly Damage[]
      /** Where the damaged files are now, and the database as it was. */
      readonly asideFolder: string
      readonly tables: number
    }

/**
 * Brings a libSQL server's folder back to where it starts, with everything that is in the files of the
 * database itself: `data` and its write-ahead log. All else beside it is made from it again by the
 * server, so what of that is damaged is moved aside, never mended and never deleted. The folder must
 * be held by the caller. Run again, also after being cut off, it goes on or finds nothing to do.
 */
export async function recoverDatabase(input: {
  serverFolder: string
  now: Date
  word: (line: string) => void
}): Promise<Recovery> {
  const { serverFolder, now, word } = input
  const state = await stateOfDatabase(serverFolder)
  if (state.kind === 'none') {
    throw new InstallationFault(`Không có cơ sở dữ liệu nào ở ${serverFolder}.`)
  }
  if (state.kind === 'broken') throw brokenFault(serverFolder, state.why)
  findSqld()
  word('Đang kiểm tra các tệp của máy chủ dữ liệu…')
  const damage = await findDamage(serverFolder)
  if (damage.length === 0) {
    const tables = await tryServer(serverFolder).catch(nullUnlessFault)
    if (tables !== null) return { kind: 'whole', tables }
  }
  const aside = await makeAside(serverFolder, now)
  for (const { path } of damage) await aside.move(path)
  word('Máy chủ dữ liệu đang dựng lại các tệp ấy từ cơ sở dữ liệu…')
  const tables = damage.length === 0 ? null : await tryServer(serverFolder).catch(nullUnlessFault)
  if (tables !== null) return { kind: 'recovered', damage, asideFolder: aside.folder, tables }
  return recoverAll({ serverFolder, damage, aside })
}

/** What was found was not all: everything that can be made again is, and the server's word counts then. */
async function recoverAll(input: {
  serverFolder: string
  damage: readonly Damage[]
  aside: Aside
}): Promise<Recovery> {
  const { serverFolder, aside } = input
  const damage = [...input.damage]
  for (const path of remakeable(serverFolder)) {
    const isMoved = await aside.move(path)
    if (isMoved) damage.push({ path, why: 'máy chủ không chạy được với nó' })
  }
  try {
    const tables = await tryServer(serverFolder)
    return { kind: 'recovered', damage, asideFolder: aside.folder, tables }
  } catch (error) {
    if (error instanceof InstallationFault) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw brokenFault(serverFolder, `${why} Các tệp trước khi sửa ở ${aside.folder}`)
  }
}

/** Starts the server, has the whole database checked, and stops it. Throws a fault for a database that is damaged itself. */
async function tryServer(serverFolder: string): Promise<number> {
  const sqld = await startSqld({ dataDir: serverFolder })
  try {
    return await checkWhole(serverFolder, sqld)
  } finally {
    await sqld.stop()
    // The server may leave that to the system, which has not done it yet when the power fails.
    const { data, replicationLog } = databaseFiles(serverFolder)
    for (const path of [data, replicationLog]) await syncFile(path)
  }
}

async function checkWhole(serverFolder: string, sqld: Sqld): Promise<number> {
  const client = createClient({ url: sqld.url })
  try {
    const { rows } = await client.execute('PRAGMA integrity_check(5)')
    const found = rows.map((row) => String(row[0]))
    if (found.join() !== 'ok') throw brokenFault(serverFolder, found.join('; '))
    const counted = await client.execute(
      "SELECT count(*) AS tables FROM sqlite_schema WHERE type = 'table'",
    )
    return Number(counted.rows[0]?.['tables'] ?? 0)
  } finally {
    client.close()
  }
}

/** A server that does not start is a reason to go on; a database that is damaged is not. */
function nullUnlessFault(error: unknown): null {
  if (error instanceof InstallationFault) throw error
  return null
}

function brokenFault(serverFolder: string, why: string): InstallationFault {
  return new InstallationFault(
    `Chính cơ sở dữ liệu (${databaseFiles(serverFolder).data}) bị hỏng: ${why}. Lệnh này chỉ dựng lại được các tệp bên cạnh nó.`,
    [
      `chuyển ${serverFolder} đi chỗ khác (đừng xóa) rồi phục hồi bản sao lưu: npm run goc -- restore TỆP`,
    ],
  )
}
