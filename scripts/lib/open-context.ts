import type { Database } from '../../db/client.ts'
import { connectNode } from '../../db/client-node.ts'
import { ownHostsOf } from '../../worker/env.ts'
import { newId } from '../../worker/lib/ids/new-id.ts'
import { neverGiveWay } from '../../worker/lib/steps/give-way.ts'
import { mendText } from '../../worker/lib/text/sound-text.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { checkKek } from './check-kek.ts'
import { holdOrJoin } from './hold-data.ts'
import { InstallationFault } from './installation-fault.ts'
import { databaseElsewhere } from './local-database.ts'
import { kekOf, openInstallation } from './open-installation.ts'
import { dataDirectory } from './paths.ts'
import { findServer, type RunningServer } from './running-server.ts'
import { note } from './say.ts'
import { findSecrets, secretsPath } from './secrets.ts'

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

type Asked = {
  /** A backup is restored: the database may be gone. */
  readonly restores?: true
  /** The KEK of the keys there are is lost, and whoever calls knows it. */
  readonly lostKek?: true
}

export type OpenContext = (asked?: Asked) => Promise<CommandContext>

/**
 * Opens the installation for a command: the database LIBSQL_URL names, else that of the running
 * server, else one started for the command and stopped after it.
 */
export const openContext: OpenContext = async (asked = {}) => {
  const { db, url, kek, origin, close } = await open(asked)
  const user = process.env['USER'] ?? process.env['LOGNAME'] ?? 'command'
  return {
    ctx: {
      db,
      actor: { kind: 'operator', name: mendText(user) },
      source: 'command',
      now: Date.now,
      newId,
      giveWay: neverGiveWay,
      labelOrigin: origin.toUpperCase(),
      kek,
    },
    origin,
    ownHosts: ownHostsOf({ GOC_ORIGIN: origin, GOC_ALIASES: process.env['GOC_ALIASES'] }),
    databaseUrl: url,
    authToken: process.env['LIBSQL_AUTH_TOKEN'],
    close,
  }
}

type Opened = {
  readonly db: Database
  readonly url: string
  readonly kek: Uint8Array
  readonly origin: string
  readonly close: () => Promise<void>
}

async function open(asked: Asked): Promise<Opened> {
  const directory = dataDirectory()
  if (databaseElsewhere() !== null) return openOwn(directory, asked, async () => undefined)
  const name = `goc ${process.argv.slice(2, 4).join(' ')}`.trim()
  const held = await holdOrJoin(
    { directory, holder: { kind: 'command', name, origin: null }, word: note },
    (heldBy) => findServer(directory, heldBy),
  )
  if ('joined' in held) return join(directory, asked, held.joined)
  try {
    return await openOwn(directory, asked, held.lock.release)
  } catch (error) {
    await held.lock.release()
    throw error
  }
}

async function openOwn(
  directory: string,
  asked: Asked,
  release: () => Promise<void>,
): Promise<Opened> {
  const origin = originOf(null)
  const { database, secrets } = await openInstallation({ directory, origin, word: note, ...asked })
  const close = async () => {
    await database.stop()
    await release()
  }
  return { db: database.db, url: database.url, kek: kekOf(secrets), origin, close }
}

/** The server has migrated its database, and stops it: this is only a second client. */
async function join(directory: string, asked: Asked, running: RunningServer): Promise<Opened> {
  const found = await findSecrets(directory, note)
  if (!('secrets' in found)) {
    throw new InstallationFault(
      `Máy chủ đang chạy tại ${running.origin} dùng khóa bí mật mà lệnh này không có (${secretsPath(directory)}).`,
      ['đặt GOC_KEK và GOC_AUTH_SECRET đúng như khi chạy máy chủ rồi gọi lại lệnh.'],
    )
  }
  const { db, close } = connectNode({
    url: running.libsqlUrl,
    authToken: process.env['LIBSQL_AUTH_TOKEN'],
  })
  const kek = kekOf(found.secrets)
  const from = found.kind === 'given' ? 'biến môi trường' : secretsPath(directory)
  try {
    if (asked.lostKek !== true) await checkKek({ db, kek, from })
  } catch (error) {
    close()
    throw error
  }
  const origin = originOf(running)
  return { db, url: running.libsqlUrl, kek, origin, close: async () => close() }
}

function originOf(running: RunningServer | null): string {
  const given = process.env['GOC_ORIGIN'] ?? ''
  if (given !== '') return given.replace(/\/+$/, '')
  return running?.origin ?? `http://localhost:${process.env['PORT'] ?? 8787}`
}
