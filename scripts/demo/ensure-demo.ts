import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { OUTBOX_KINDS } from '../../worker/domain/outbox/outbox-item.ts'
import { addDays } from '../../worker/lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../worker/lib/time/vietnam-date-of.ts'
import type { DemoFile } from '../lib/announce.ts'
import type { LocalDatabase } from '../lib/local-database.ts'
import { isLoopback } from '../lib/loopback.ts'
import type { Secrets } from '../lib/secrets.ts'
import { demoAccounts, OFFICE } from './demo-accounts.ts'
import { demoCalendar } from './demo-calendar.ts'
import { FOUNDED } from './demo-catalogue.ts'
import { demoChecks } from './demo-checks.ts'
import { demoContext } from './demo-context.ts'
import { demoLabels } from './demo-labels.ts'
import { demoMonitoring } from './demo-monitoring.ts'
import { demoOutbox } from './demo-outbox.ts'
import { makeDemo } from './make-demo.ts'

/**
 * The demo data and `.data/demo.json`, which names a label for each thing a label can show. Made
 * once; a later start finds it and does nothing, and another port only changes the host that the
 * labels carry, which is not signed. Throws where others than this machine could reach it.
 */
export async function ensureDemo(input: {
  readonly database: Pick<LocalDatabase, 'db'>
  readonly secrets: Secrets
  readonly origin: string
  readonly dataDirectory: string
  readonly onStep: (text: string) => void
}): Promise<DemoFile> {
  const { secrets, origin, dataDirectory, onStep } = input
  const { db } = input.database
  if (!isLoopback(origin)) {
    throw new Error(
      'Dữ liệu minh họa chỉ dùng trên máy này (localhost), không đưa lên máy chủ thật.',
    )
  }
  const path = join(dataDirectory, 'demo.json')
  const kek = Uint8Array.from(Buffer.from(secrets.GOC_KEK, 'base64url'))
  const access = { origin, secret: secrets.GOC_AUTH_SECRET }
  const contextFrom = (day: Awaited<ReturnType<typeof dayOf>>) =>
    demoContext({ db, kek, origin, calendar: demoCalendar(day) })
  const before = await readDemoFile(path)
  if (before !== null && (await isOf(db, before))) {
    // A file of an earlier version lacks examples for the outbox.
    const hasAll = OUTBOX_KINDS.every((kind) => Object.hasOwn(before.outbox ?? {}, kind))
    const isWhole = before.accounts.length > 0 && hasAll
    if (before.origin === origin && isWhole) return before
    const demo = contextFrom(await dayOf(db))
    const labels = underOrigin(pathsOf(before), origin)
    // A file from before there were accounts gets them now.
    const accounts = before.accounts.length > 0 ? before.accounts : await demoAccounts(demo, access)
    const outbox = await demoOutbox(demo, { labels })
    return writeDemoFile(path, { origin, accounts, labels, outbox })
  }
  onStep('Đang tạo dữ liệu minh họa…')
  const demo = contextFrom(await dayOf(db))
  await makeDemo(demo)
  const labels = underOrigin(await demoLabels(demo), origin)
  const accounts = await demoAccounts(demo, access)
  // Its visits are given to one of them.
  await demoMonitoring(demo, OFFICE)
  const outbox = await demoOutbox(demo, { labels })
  await demoChecks(demo, { labels })
  return writeDemoFile(path, { origin, accounts, labels, outbox })
}

/** The day the data is made for: today, or the day a start that was cut off began with. */
async function dayOf(db: Database) {
  const row = await db.get<{ at: number | null }>(
    sql`SELECT min(created_at) AS at FROM organisation WHERE demo = 1`,
  )
  return row.at === null ? vietnamDateOf(Date.now()) : addDays(vietnamDateOf(row.at), -FOUNDED)
}

/** True when the labels of the file are of batches in this database. */
async function isOf(db: Database, file: DemoFile): Promise<boolean> {
  const refs = Object.values(file.labels).flatMap(
    (url) => /\/(?:B|10)\/([0-9A-Z]{8})/.exec(url)?.[1] ?? [],
  )
  const wanted = [...new Set(refs)]
  const row = await db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM batch_document
    WHERE ref IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`)
  return wanted.length > 0 && row.n === wanted.length
}

/** `{SIG}/{SUBJECT}` of each label. */
function pathsOf(file: DemoFile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(file.labels).map(([name, url]) => [
      name,
      url.replace(/^[a-z]+:\/\/[^/]+\//i, ''),
    ]),
  )
}

/** As a browser shows them; printed, the host is in capitals too, and either is read. */
function underOrigin(
  paths: Readonly<Record<string, string>>,
  origin: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, `${origin}/${path}`]),
  )
}

async function readDemoFile(path: string): Promise<DemoFile | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as DemoFile
  } catch {
    return null
  }
}

/** Written beside its place and renamed when whole. */
async function writeDemoFile(path: string, file: DemoFile): Promise<DemoFile> {
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(`${path}.part`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 })
  await rename(`${path}.part`, path)
  return file
}
