import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { build } from 'esbuild'
import { nanoid } from 'nanoid'
import { labelPath, parseLabelPath } from '../../worker/domain/label/parse-label.ts'
import { neverGiveWay } from '../../worker/lib/steps/give-way.ts'
import type { VerbContext } from '../../worker/verbs/context.ts'
import { loadSigningKey } from '../../worker/verbs/keys/load-signing-key.ts'
import { issueLabels } from '../../worker/verbs/labels/issue-labels.ts'
import { ensureDemo } from '../demo/ensure-demo.ts'
import type { DemoFile } from '../lib/announce.ts'
import { ensureBuilt } from '../lib/build.ts'
import { loadAdministrativeUnits } from '../lib/load-administrative-units.ts'
import type { LocalDatabase } from '../lib/local-database.ts'
import { openInstallation } from '../lib/open-installation.ts'
import { ROOT } from '../lib/paths.ts'
import {
  type PlainWorker,
  type PreparedWorker,
  preparePlainWorker,
  prepareWorkerd,
} from '../lib/plain-workerd.ts'
import { AGENT } from './load.ts'

/** Everything a measurement stands on: a filled database, the built Worker and the floors beside it. */
export type Stage = {
  readonly database: LocalDatabase
  readonly ctx: VerbContext
  readonly worker: PlainWorker
  readonly floor: PlainWorker
  readonly ref: string
  readonly kid: string
  readonly privateKey: CryptoKey
  /** `{AREAS}/{HOUSE}` of the batch's full labels. */
  readonly codes: string
  /** The run whose units are measured, and its first serial. */
  readonly runId: string
  readonly firstSerial: number
  /** `/{SIG}/{SUBJECT}` of the batch's whole-batch label. */
  readonly wholeBatchPath: string
  /** Demo accounts, one a role. */
  readonly accounts: DemoFile['accounts']
  /** Bytes of the page that is measured. */
  readonly pageBytes: number
  /** A fresh process of each, beside those that run. */
  readonly startAnew: {
    readonly worker: (heapMb?: number) => Promise<PreparedWorker>
    readonly floor: () => Promise<PreparedWorker>
  }
  readonly stop: () => Promise<void>
}

const ORIGIN = 'http://localhost:8787'
const LABELS = 2_000_000

export async function openStage(): Promise<Stage> {
  const directory = join(ROOT, '.bench')
  rmSync(directory, { recursive: true, force: true })
  await ensureBuilt()
  const onStep = () => undefined
  const { database, secrets } = await openInstallation({ directory, origin: ORIGIN, word: onStep })
  await loadAdministrativeUnits(database.db)
  const demo = await ensureDemo({
    database,
    secrets,
    origin: ORIGIN,
    dataDirectory: directory,
    onStep,
  })
  const ctx = contextFor(database, secrets.GOC_KEK)
  const label = parseLabelPath(new URL(demo.labels['clear'] ?? '').pathname)
  if (label === null || label.subject.profile !== 'full')
    throw new Error('the demo label is not a full one')
  const { ref } = label.subject
  const { run } = await issueLabels({ ctx, input: { ref, count: LABELS, profile: 'full' } })
  const { privateKey } = await loadSigningKey({
    ctx,
    input: { purpose: 'new_run', may: 'labels.issue' },
  })
  // One sender asks for all of it: what is measured is the work, not how much of it one may ask for.
  const limits = { GOC_RATE_LIMITS: 'off' }
  const bindings = { LIBSQL_URL: database.url, GOC_ORIGIN: ORIGIN, ...limits, ...secrets }
  // As on a machine of one's own: papers and lists in a folder.
  const files = join(directory, 'files')
  const prepareWorker = (heapMb?: number) =>
    preparePlainWorker({ directory, bindings, files, ...(heapMb === undefined ? {} : { heapMb }) })
  const worker = await (await prepareWorker()).start()
  const wholeBatchPath = labelPath(label)
  const pageBytes = await sizeOf(`${worker.origin}${wholeBatchPath}`)
  const publicX = await publicXOf(database, run.kid)
  const floorInput = { directory, pageBytes, publicX, libsqlUrl: database.url }
  const path = await bundleFloor(directory)
  const prepareFloor = () => serveFloor({ ...floorInput, path })
  const floor = await (await prepareFloor()).start()
  return {
    database,
    ctx,
    worker,
    floor,
    ref,
    kid: run.kid,
    privateKey,
    codes: label.subjectText.split('/').slice(3).join('/'),
    runId: run.id,
    firstSerial: run.fromSerial,
    wholeBatchPath,
    accounts: demo.accounts,
    pageBytes,
    startAnew: { worker: prepareWorker, floor: prepareFloor },
    stop: async () => {
      await worker.stop()
      await floor.stop()
      await database.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function contextFor(database: LocalDatabase, kek: string): VerbContext {
  return {
    db: database.db,
    actor: { kind: 'operator', name: 'bench' },
    source: 'command',
    now: Date.now,
    newId: () => nanoid(),
    giveWay: neverGiveWay,
    labelOrigin: ORIGIN.toUpperCase(),
    kek: new Uint8Array(Buffer.from(kek, 'base64url')),
  }
}

async function bundleFloor(directory: string): Promise<string> {
  const path = join(directory, 'floor.mjs')
  await build({
    entryPoints: [join(ROOT, 'scripts', 'bench', 'floor.ts')],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    outfile: path,
  })
  return path
}

function serveFloor(input: {
  directory: string
  path: string
  pageBytes: number
  publicX: string
  libsqlUrl: string
}): Promise<PreparedWorker> {
  return prepareWorkerd({
    directory: input.directory,
    modules: [{ name: 'floor.mjs', path: input.path }],
    bindings: {
      SIZE: String(input.pageBytes),
      PUBLIC_X: input.publicX,
      LIBSQL_URL: input.libsqlUrl,
    },
  })
}

async function sizeOf(url: string): Promise<number> {
  const response = await fetch(url, { headers: { 'user-agent': AGENT } })
  if (response.status !== 200) throw new Error(`the page to measure answers ${response.status}`)
  return (await response.arrayBuffer()).byteLength
}

async function publicXOf(database: LocalDatabase, kid: string): Promise<string> {
  const query = sql`SELECT public_x AS x FROM signing_key WHERE kid = ${kid}`
  const row = await database.db.get<{ x: string }>(query)
  return row.x
}
