import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { connectNode } from '../../db/client-node.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { freePort } from '../../scripts/lib/free-port.ts'
import { startLocalServer } from '../../scripts/lib/local-server.ts'
import { startPlainWorker } from '../../scripts/lib/plain-workerd.ts'
import { type Sqld, startSqld } from '../../scripts/lib/sqld.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { issued } from '../http/scan/support.ts'
import { makeContext } from '../support/factories.ts'

/** Ways to run the build: with the emulated queue and cache, and in workerd alone. */
export const RUNTIMES = ['miniflare', 'plain workerd'] as const
export type Runtime = (typeof RUNTIMES)[number]

export const PHONE_HEADERS = {
  accept: 'text/html',
  'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0.0.0 Mobile Safari/537.36',
} as const

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** A libSQL server on a folder of its own that can be taken away and brought back, and the built Worker on it. */
export async function startWorld(
  runtime: Runtime,
  options: { verifyLimit?: number; settings?: Readonly<Record<string, string>> } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'goc-dist-'))
  const dataDir = join(folder, 'libsql')
  const [sqldPort, port] = [await freePort(), await freePort()]
  let sqld: Sqld = await startSqld({ dataDir, port: sqldPort })
  const client = createClient({ url: sqld.url })
  await migrateDatabase(client)
  client.close()
  const { db, close } = connectNode({ url: sqld.url })
  const origin = `http://127.0.0.1:${port}`
  const kek = new Uint8Array(randomBytes(32))
  const bindings = {
    LIBSQL_URL: sqld.url,
    GOC_ORIGIN: origin,
    GOC_KEK: Buffer.from(kek).toString('base64url'),
    GOC_AUTH_SECRET: randomBytes(32).toString('base64url'),
    ...options.settings,
  }
  const starting =
    runtime === 'miniflare'
      ? startLocalServer({ port, bindings, stateDirectory: folder, ...options })
      : startPlainWorker({ port, bindings, directory: folder })
  const server = await starting.catch(async (error: unknown) => {
    await sqld.stop()
    throw error
  })
  const ctx: VerbContext = makeContext(db, {
    now: Date.now,
    kek,
    labelOrigin: origin.toUpperCase(),
  })
  return {
    ctx,
    origin,
    /** Labels of a batch packed five days ago by the real clock, which is the Worker's. */
    issued: ({ batch, ...given }: NonNullable<Parameters<typeof issued>[1]> = {}) => {
      const dates = {
        harvestedOn: [dayFromNow(-6)],
        packedOn: dayFromNow(-5),
        expiresOn: dayFromNow(60),
      }
      return issued(ctx, { ...given, batch: { ...dates, ...batch } })
    },
    ask: (path: string, init: AskInit = {}) => ask(port, path, init),
    open: (path: string) => ask(port, path, { headers: PHONE_HEADERS }),
    askJson: async (path: string) => {
      const answer = await ask(port, path, { headers: { accept: 'application/json' } })
      return { status: answer.status, body: JSON.parse(answer.text) }
    },
    takeDatabaseAway: () => sqld.stop(),
    /** It hangs: takes connections and answers nothing, until it is let go on. */
    freezeDatabase: () => process.kill(sqld.pid, 'SIGSTOP'),
    letDatabaseGoOn: () => process.kill(sqld.pid, 'SIGCONT'),
    bringDatabaseBack: async () => {
      sqld = await startSqld({ dataDir, port: sqldPort })
    },
    stop: async () => {
      await server.stop()
      close()
      await sqld.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>

type AskInit = {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Sends the path as it is: `fetch` would rewrite it first. */
function ask(port: number, path: string, init: AskInit): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = init
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text })
      })
    })
    outgoing.on('error', reject)
    outgoing.setTimeout(30_000, () => outgoing.destroy(new Error(`no answer: ${method} ${path}`)))
    outgoing.end(body)
  })
}

/** The date in Viet Nam, `days` from today. */
export function dayFromNow(days: number): string {
  return vietnamDateOf(Date.now() + days * 86_400_000)
}

/** Asks again until the answer satisfies, and tells how long that took; fails after `withinMs`. */
export async function until(
  satisfied: () => Promise<boolean>,
  withinMs: number,
  everyMs = 250,
): Promise<number> {
  const startedAt = Date.now()
  while (!(await satisfied())) {
    if (Date.now() - startedAt > withinMs) throw new Error(`not so within ${withinMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  return Date.now() - startedAt
}
