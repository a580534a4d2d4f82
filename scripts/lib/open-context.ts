import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { customAlphabet } from 'nanoid'
import { connectNode } from '../../db/client-node.ts'
import { neverGiveWay } from '../../worker/domain/give-way.ts'
import { ownHostsOf } from '../../worker/env.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { openLocalDatabase } from './local-database.ts'
import { dataDirectory } from './paths.ts'
import { localSecrets } from './secrets.ts'
import { sqldAnswers } from './sqld.ts'

/** What a command works with. */
export type CommandContext = {
  readonly ctx: VerbContext
  /** `https://host[:port]` of this installation. */
  readonly origin: string
  /** Hosts whose labels are ours, lower case with port. */
  readonly ownHosts: ReadonlySet<string>
  /** Where the database answers. */
  readonly databaseUrl: string
  readonly authToken: string | undefined
  /** Ends what was started; nothing else. */
  readonly close: () => Promise<void>
}

export type OpenContext = () => Promise<CommandContext>

/** Letters and digits only: an id that begins with a hyphen would pass for an option. */
const newId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 21)

type RunningServer = { readonly libsqlUrl: string; readonly origin: string }

/**
 * Opens the installation for a command: the database LIBSQL_URL names, else that of the running
 * server, else one started for the command and stopped after it.
 */
export const openContext: OpenContext = async () => {
  const directory = dataDirectory()
  const running = await findRunning(directory)
  const origin = originOf(running)
  const secrets = await localSecrets({ dataDirectory: directory, origin })
  const kek = Uint8Array.from(Buffer.from(secrets.GOC_KEK, 'base64url'))
  if (kek.length !== 32) throw new Error('GOC_KEK phải là 32 byte viết dạng base64url.')
  const database = await openDatabase(directory, running)
  const user = process.env['USER'] ?? process.env['LOGNAME'] ?? 'command'
  return {
    ctx: {
      db: database.db,
      actor: { kind: 'operator', name: user },
      source: 'command',
      now: Date.now,
      newId: () => newId(),
      giveWay: neverGiveWay,
      labelOrigin: origin.toUpperCase(),
      kek,
    },
    origin,
    ownHosts: ownHostsOf({ GOC_ORIGIN: origin, GOC_ALIASES: process.env['GOC_ALIASES'] }),
    databaseUrl: database.url,
    authToken: process.env['LIBSQL_AUTH_TOKEN'],
    close: database.stop,
  }
}

async function openDatabase(directory: string, running: RunningServer | null) {
  if ((process.env['LIBSQL_URL'] ?? '') !== '' || running === null) {
    return openLocalDatabase({ dataDirectory: directory })
  }
  // The server has migrated it, and stops it: this is only a second client.
  const { db, close } = connectNode({
    url: running.libsqlUrl,
    authToken: process.env['LIBSQL_AUTH_TOKEN'],
  })
  return { url: running.libsqlUrl, db, stop: async () => close() }
}

/** What `npm start` left word of, if its database still answers. */
async function findRunning(directory: string): Promise<RunningServer | null> {
  try {
    const running: RunningServer = JSON.parse(
      await readFile(join(directory, 'server.json'), 'utf8'),
    )
    const { libsqlUrl, origin } = running
    if (!/^https?:/.test(libsqlUrl)) return { libsqlUrl, origin }
    return (await sqldAnswers(libsqlUrl)) ? { libsqlUrl, origin } : null
  } catch {
    return null
  }
}

function originOf(running: RunningServer | null): string {
  const given = process.env['GOC_ORIGIN'] ?? ''
  if (given !== '') return given.replace(/\/+$/, '')
  return running?.origin ?? `http://localhost:${process.env['PORT'] ?? 8787}`
}
