import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isOurs } from './private-folder.ts'

/** Removes all data from a folder that is held: what holds it stays, and what somebody else put there. */
export async function emptyDataFolder(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!isOurs(name) || /^lock(?:-journal|\.json)?$/.test(name)) continue
    await rm(join(directory, name), { recursive: true, force: true })
  }
}
