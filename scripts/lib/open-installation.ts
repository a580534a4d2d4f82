import { newId } from '../../worker/lib/ids/new-id.ts'
import { sealOldSecrets } from '../../worker/verbs/accounts/seal-old-secrets.ts'
import { checkKek } from './check-kek.ts'
import { type DatabaseState, stateOfDatabase } from './database-files.ts'
import { type InstallationRecord, readRecord, writeRecord } from './installation-record.ts'
import { emptyDatabase, judgeInstallation } from './judge-installation.ts'
import type { keepRunning } from './keep-running.ts'
import {
  databaseElsewhere,
  type LocalDatabase,
  openLocalDatabase,
  serverFolder,
} from './local-database.ts'
import { makePrivate } from './private-folder.ts'
import {
  type FoundSecrets,
  findSecrets,
  keepSecrets,
  makeSecrets,
  type Secrets,
  secretsPath,
} from './secrets.ts'

export type Installation = { readonly database: LocalDatabase; readonly secrets: Secrets }

export type OpenInstallation = {
  readonly directory: string
  readonly origin: string
  readonly word: (line: string) => void
  /** A backup is to be restored: the database may be gone. */
  readonly restores?: boolean
  /** The KEK that the keys were made with is lost, and whoever calls knows it. */
  readonly lostKek?: boolean
  readonly keep?: Omit<Parameters<typeof keepRunning>[0], 'start'>
}

/**
 * Secrets and database of a data folder that is held, which belong together or are refused: nothing
 * that was there once is begun anew without a word. What is not there yet is made, secrets first.
 */
export async function openInstallation(input: OpenInstallation): Promise<Installation> {
  const { directory, origin, word, restores = false, keep } = input
  const isElsewhere = databaseElsewhere() !== null
  if (!isElsewhere) await makePrivate(directory, word)
  const found = await findSecrets(directory, word)
  const paths = { secrets: secretsPath(directory), database: serverFolder(directory) }
  const record = await readRecord(directory)
  const how = judgeInstallation({
    secrets: found,
    // Somebody else's to know; that its keys are opened by this KEK is looked at below.
    database: isElsewhere ? elsewhereState(found) : await stateOfDatabase(paths.database),
    record,
    restores: restores || isElsewhere,
    paths,
  })
  const secrets = 'secrets' in found ? found.secrets : makeSecrets(origin)
  const isUnfinished = record?.databaseMadeAt === null
  if (!isElsewhere) {
    if (how === 'make') await writeRecord(directory, recordOfNew(record, restores))
    if (found.kind === 'none') await keepSecrets(directory, secrets)
  }
  const database = await openLocalDatabase({
    dataDirectory: directory,
    ...(keep === undefined ? {} : { keep }),
    look: ({ isEmpty }) => {
      if (isEmpty && how === 'open' && !isUnfinished) throw emptyDatabase(paths.database)
    },
  })
  try {
    const from = found.kind === 'given' ? 'biến môi trường' : paths.secrets
    const kek = kekOf(secrets)
    if (input.lostKek !== true) await checkKek({ db: database.db, kek, from })
    await sealOldSecrets({ db: database.db, kek, newId })
  } catch (error) {
    await database.stop()
    throw error
  }
  if (isElsewhere && found.kind === 'none') await keepSecrets(directory, secrets)
  if (!isElsewhere && (record === null || isUnfinished)) {
    await writeRecord(directory, { databaseMadeAt: new Date().toISOString() })
  }
  return { database, secrets }
}

/** What is written before there is anything, so that a start that is cut off can go on. */
function recordOfNew(before: InstallationRecord | null, restores: boolean): InstallationRecord {
  const databaseMadeAt = before?.databaseMadeAt ?? null
  return databaseMadeAt !== null && restores
    ? { databaseMadeAt, awaitsRestore: true }
    : { databaseMadeAt: null }
}

export function kekOf({ GOC_KEK }: Pick<Secrets, 'GOC_KEK'>): Uint8Array {
  return Uint8Array.from(Buffer.from(GOC_KEK, 'base64url'))
}

/** A database elsewhere may be new, and so may the secrets. */
function elsewhereState(found: FoundSecrets): DatabaseState {
  return { kind: found.kind === 'none' ? 'none' : 'there' }
}
