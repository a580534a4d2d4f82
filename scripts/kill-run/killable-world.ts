import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { nanoid } from 'nanoid'
import type { Database } from '../../db/client.ts'
import { connectNode } from '../../db/client-node.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { neverGiveWay } from '../../worker/lib/steps/give-way.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import { ORGANISATION } from '../../worker/resources/organisation.ts'
import { PRODUCT } from '../../worker/resources/product.ts'
import { createBatch } from '../../worker/verbs/batches/create-batch.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { createKey } from '../../worker/verbs/keys/create-key.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { createToken } from '../../worker/verbs/tokens/create-token.ts'
import { freePort } from '../lib/free-port.ts'
import { type PlainWorker, startPlainWorker } from '../lib/plain-workerd.ts'
import { type Sqld, startSqld } from '../lib/sqld.ts'

const DAY_MS = 86_400_000
const LONGEST_GAP_MS = 25

/** The built Worker and its libSQL server, to be killed and started again on the same data. */
export type KillableWorld = {
  readonly origin: string
  readonly token: string
  /** Batches to issue labels of. */
  readonly refs: readonly string[]
  /** SIGKILL to both, in either order and a moment apart. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  readonly withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  readonly stop: () => Promise<void>
}

export async function openKillableWorld(input: { batches: number }): Promise<KillableWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'goc-kill-'))
  const dataDir = join(folder, 'libsql')
  const [sqldPort, port] = [await freePort(), await freePort()]
  const origin = `http://127.0.0.1:${port}`
  const kek = new Uint8Array(randomBytes(32))
  const bindings = {
    LIBSQL_URL: `http://127.0.0.1:${sqldPort}`,
    GOC_ORIGIN: origin,
    GOC_KEK: Buffer.from(kek).toString('base64url'),
    GOC_AUTH_SECRET: randomBytes(32).toString('base64url'),
  }
  let sqld: Sqld = await startSqld({ dataDir, port: sqldPort })
  let worker: PlainWorker | null = null
  const start = async () => {
    sqld = await startSqld({ dataDir, port: sqldPort })
    worker = await startPlainWorker({ port, bindings, directory: folder })
  }
  const withDatabase: KillableWorld['withDatabase'] = async (work) => {
    const { db, close } = connectNode({ url: sqld.url })
    return work(db).finally(close)
  }
  const client = createClient({ url: sqld.url })
  await migrateDatabase(client)
  client.close()
  const labelOrigin = origin.toUpperCase()
  const filled = await withDatabase((db) => fill({ db, kek, labelOrigin }, input.batches))
  worker = await startPlainWorker({ port, bindings, directory: folder })
  return {
    ...{ origin, ...filled, withDatabase, start },
    kill: async () => {
      const pids = [worker?.pid ?? 0, sqld.pid]
      if (Math.random() < 0.5) pids.reverse()
      for (const pid of pids) {
        process.kill(pid, 'SIGKILL')
        await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_GAP_MS))
      }
      await worker?.stop()
      await sqld.exited
    },
    stop: async () => {
      await worker?.stop()
      await sqld.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function fill(
  given: Pick<VerbContext, 'db' | 'kek' | 'labelOrigin'>,
  batches: number,
): Promise<{ token: string; refs: string[] }> {
  const ctx: VerbContext = {
    ...{ ...given, actor: { kind: 'operator', name: 'kill-run' }, source: 'command' },
    ...{ now: Date.now, newId: () => nanoid(), giveWay: neverGiveWay },
  }
  const owner = await addRecord(ctx, ORGANISATION, {
    texts: { name: 'HTX thử', kind: 'cooperative' },
  })
  const product = await addRecord(ctx, PRODUCT, {
    texts: { organisationId: owner.id, name: 'Xoài thử' },
  })
  await createKey({ ctx, input: {} })
  const refs: string[] = []
  for (let i = 1; i <= batches; i++) {
    const { ref } = await createBatch({
      ctx,
      input: {
        ...{ productId: product.id, lot: `L${i}`, quantity: { value: 1000, unit: 'kg' } },
        ...{ markets: ['VNM'], packedOn: vietnamDateOf(Date.now() - DAY_MS) },
      },
    })
    refs.push(ref)
  }
  const { token } = await createToken({ ctx, input: { name: 'thử', scopes: ['labels:issue'] } })
  return { token, refs }
}
