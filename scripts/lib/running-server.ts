import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataHolder } from './data-lock.ts'
import { sqldAnswers } from './sqld.ts'

/** A server of this data folder that is up, as commands find it. */
export type RunningServer = { readonly libsqlUrl: string; readonly origin: string }

function pathOf(directory: string): string {
  return join(directory, 'server.json')
}

/** Leaves word of a server that is up; taken back when it stops. */
export async function announceServer(
  directory: string,
  server: RunningServer,
): Promise<() => Promise<void>> {
  const path = pathOf(directory)
  await writeFile(path, JSON.stringify({ ...server, pid: process.pid }), { mode: 0o600 })
  return () => rm(path, { force: true })
}

/**
 * The server that holds the folder, once it has come up and its database answers. Word that another
 * left who was killed is not believed: its port may be somebody else's by now.
 */
export async function findServer(
  directory: string,
  heldBy: DataHolder,
): Promise<RunningServer | null> {
  try {
    const told = JSON.parse(await readFile(pathOf(directory), 'utf8')) as RunningServer & {
      readonly pid: number
    }
    const { libsqlUrl, origin, pid } = told
    if (pid !== heldBy.pid) return null
    const isUp = !/^https?:/.test(libsqlUrl) || (await sqldAnswers(libsqlUrl))
    return isUp ? { libsqlUrl, origin } : null
  } catch {
    return null
  }
}
