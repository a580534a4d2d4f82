import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { connectNode } from '../../../db/client-node.ts'
import { readUpload } from '../../../db/queries/bulk-decisions.ts'
import { type JobKinds, kindsOf } from '../../../worker/jobs/job-kinds.ts'
import { LEASE_MS } from '../../../worker/jobs/lease-keeper.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import { anyKind } from '../../../worker/verbs/background/job-kind.ts'
import { IMPORT_PREVIEW } from '../../../worker/verbs/imports/background/import-preview.ts'
import { importRows } from '../../../worker/verbs/imports/background/import-rows.ts'
import { importUndo } from '../../../worker/verbs/imports/background/import-undo.ts'
import { keepUpload } from '../../../worker/verbs/imports/portal/keep-upload.ts'
import { startImport } from '../../../worker/verbs/imports/portal/start-import.ts'
import type { ListKind } from '../../../worker/verbs/imports/portal/upload-options.ts'
import type { TestDatabase } from '../../support/database.ts'
import { type Fault, faultyDatabase } from '../../support/faulty-database.ts'
import { memoryFiles } from '../../support/outside.ts'
import { runnerDeps } from '../jobs/support.ts'
import { importContext, LATER } from '../verbs/imports/import-support.ts'

/** Slices so small that a list of a few rows has several. */
export const SMALL: JobKinds = kindsOf(
  anyKind(IMPORT_PREVIEW),
  anyKind(importRows({ rowsPerSlice: 3 })),
  anyKind(importUndo({ changesPerSlice: 6 })),
)

export const files = memoryFiles()
/** Longer than a lease and any wait after so few failures. */
const LONG_MS = LEASE_MS + 10 * 60_000

const folder = mkdtempSync(join(tmpdir(), 'goc-copies-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let copies = 0

export type Copy = TestDatabase & { readonly close: () => void }

/** A database that is at first what another one is; made again and again from one that rests. */
export async function copyOf(test: TestDatabase): Promise<Copy> {
  copies += 1
  const file = join(folder, `${copies}.db`)
  // What was written last stands in the log beside the file, which is not copied.
  await test.db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`)
  copyFileSync(test.file, file)
  const url = `file:${file}`
  const { db, close } = connectNode({ url })
  const gone = () => {
    close()
    rmSync(file)
  }
  return { file, url, db, close: gone }
}

export type Hour = { now: number }

export const hour = (): Hour => ({ now: LATER })

/** Works on what is due and is healthy. */
export function runWell(db: Database, clock: Hour = hour()) {
  const deps = runnerDeps(db, clock, { files })
  return runDueJobs(deps, { kinds: SMALL, endBy: clock.now + 3_600_000 })
}

/** Works on what is due until it meets a fault; gives whether it did. What it left is due then. */
export async function runInto(
  copy: Copy,
  clock: Hour,
  given: { readonly at: number; readonly fault: Fault },
): Promise<boolean> {
  const faulty = faultyDatabase(copy.url, given)
  const deps = runnerDeps(faulty.db, clock, { files })
  const run = runDueJobs(deps, { kinds: SMALL, endBy: clock.now + 3_600_000 })
  await Promise.race([run, faulty.gone])
  faulty.close()
  clock.now += LONG_MS
  return faulty.trips() >= given.at
}

/** Hands a list in, has it looked at and confirms it; the import is then due. */
export async function confirmed(
  db: Database,
  list: { readonly kind: ListKind; readonly content: string },
): Promise<string> {
  const ctx = importContext(db)
  const file = { bytes: new TextEncoder().encode(list.content), fileName: 'danh-sach.csv' }
  const input = { kind: list.kind, province: '', market: '', file }
  const { id } = await keepUpload({ ctx, files, input })
  await runWell(db)
  if ((await startImport(ctx, id)) === null) throw new Error('the import was not opened')
  if ((await readUpload(db, id))?.usedAt === null) throw new Error('the list is not used')
  return id
}

/** All that a list leaves behind, ids and instants apart. */
export async function leftBehind(db: Database): Promise<unknown> {
  const all = (query: ReturnType<typeof sql>) => db.all<Record<string, unknown>>(query)
  return {
    runs: await all(sql`SELECT kind, state, counts, report, rows_done, rows_total FROM import_run`),
    jobs: await all(
      sql`SELECT kind, state, done, total, slices FROM job ORDER BY kind, created_at`,
    ),
    organisations: await all(sql`SELECT name FROM organisation ORDER BY name`),
    sites: await all(sql`SELECT name, area_ha, withdrawn_at IS NULL AS here, version FROM site
      ORDER BY name, area_ha`),
    codes: await all(sql`SELECT code, withdrawn_at IS NULL AS here FROM code ORDER BY code`),
    events:
      await all(sql`SELECT c.code, e.market, e.status, e.effective_on, e.amends_id IS NULL AS own
      FROM code_status_event e JOIN code c ON c.id = e.code_id ORDER BY e.rowid`),
    changes: await all(sql`SELECT seq, entity FROM import_change ORDER BY seq`),
    diary: await all(sql`SELECT summary, occurred_on FROM diary_event ORDER BY rowid`),
    batches: await all(sql`SELECT lot, quantity_value FROM batch ORDER BY lot`),
    products: await all(sql`SELECT name FROM product ORDER BY name`),
    messages: await all(sql`SELECT kind, title FROM notification ORDER BY title`),
    actions: await all(sql`SELECT action, count(*) AS n FROM audit_log
      WHERE action <> 'codes.upload' GROUP BY action ORDER BY action`),
    entries: (await all(sql`SELECT code, entry FROM register_entry ORDER BY code`)).map(
      ({ code }) => code,
    ),
  }
}
