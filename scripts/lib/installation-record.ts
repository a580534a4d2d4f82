import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InstallationFault } from './installation-fault.ts'

/** What is known of an installation besides its data: whether there ever were any. */
export type InstallationRecord = {
  /** ISO 8601; null while the first start has not come so far. */
  readonly databaseMadeAt: string | null
  /** A database that is gone was made anew to restore a backup into, and that has not ended well yet. */
  readonly awaitsRestore?: true
}

/** Null where there is none: nothing was ever started here, or something older than the record. */
export async function readRecord(directory: string): Promise<InstallationRecord | null> {
  const path = join(directory, 'installation.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new InstallationFault(`Không đọc được ${path}: ${error.message}.`)
  })
  if (text === null) return null
  // One that was cut off was being written, so there was something to write it for.
  try {
    const { databaseMadeAt, awaitsRestore } = JSON.parse(text) as Partial<InstallationRecord>
    return {
      databaseMadeAt: databaseMadeAt === null ? null : (databaseMadeAt ?? 'unknown'),
      ...(awaitsRestore === true ? { awaitsRestore } : {}),
    }
  } catch {
    return { databaseMadeAt: 'unknown' }
  }
}

/** Written beside its place and renamed when whole. */
export async function writeRecord(directory: string, record: InstallationRecord): Promise<void> {
  const path = join(directory, 'installation.json')
  await writeFile(`${path}.part`, `${JSON.stringify(record)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
}

/** A backup was restored: the database is again what it was made for. */
export async function recordRestored(directory: string): Promise<void> {
  const record = await readRecord(directory)
  if (record?.awaitsRestore !== true) return
  await writeRecord(directory, { databaseMadeAt: record.databaseMadeAt })
}
