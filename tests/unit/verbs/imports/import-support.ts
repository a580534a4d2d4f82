import { sql } from 'drizzle-orm'
import type { Database } from '../../../../db/client.ts'
import type { NearAnswers } from '../../../../worker/domain/lists/records/near-answers.ts'
import { JOB_KINDS, type JobKinds } from '../../../../worker/jobs/job-kinds.ts'
import { type JobsRun, runDueJobs } from '../../../../worker/jobs/run-due-jobs.ts'
import type { FileStore } from '../../../../worker/platform/file-store.ts'
import type { VerbContext } from '../../../../worker/verbs/context.ts'
import { importBatches } from '../../../../worker/verbs/imports/import-batches.ts'
import { importCodes } from '../../../../worker/verbs/imports/import-codes.ts'
import { importDiary } from '../../../../worker/verbs/imports/import-diary.ts'
import type { ImportReport } from '../../../../worker/verbs/imports/import-report.ts'
import type { UndoReport } from '../../../../worker/verbs/imports/kept-report.ts'
import { undoReportOf } from '../../../../worker/verbs/imports/kept-report.ts'
import { loadImport } from '../../../../worker/verbs/imports/load-import.ts'
import { beginUndoImport } from '../../../../worker/verbs/imports/undo/begin-undo.ts'
import { makeContext } from '../../../support/factories.ts'
import { outside } from '../../../support/outside.ts'

/** 2026-11-22 09:00 in Vietnam: after every day in the fixtures. */
export const LATER = Date.parse('2026-11-22T02:00:00Z')

export function importContext(db: Database, given: Partial<VerbContext> = {}): VerbContext {
  return makeContext(db, { now: () => LATER, source: 'import', ...given })
}

const VERBS = { codes: importCodes, diary: importDiary, batches: importBatches }

/** Imports a file and fails when it cannot be read at all. */
export async function importFile(
  ctx: VerbContext,
  kind: keyof typeof VERBS,
  file: {
    bytes: Uint8Array | string
    fileName?: string
    dryRun?: boolean
    answers?: NearAnswers
  },
): Promise<ImportReport> {
  const bytes = typeof file.bytes === 'string' ? new TextEncoder().encode(file.bytes) : file.bytes
  const { fileName = 'danh-sach.csv', dryRun = false, answers = {} } = file
  const outcome = await VERBS[kind]({ ctx, input: { bytes, fileName, dryRun, answers } })
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.report
}

/** Works on every job that is due, as a timer does, with the context's clock. */
export function runJobs(
  ctx: VerbContext,
  given: { readonly files?: FileStore; readonly kinds?: JobKinds } = {},
): Promise<JobsRun> {
  const { db, now, newId, labelOrigin, kek, giveWay } = ctx
  const { files, pictures, mailer, jobSlot } = outside()
  const deps = {
    ...{ db: () => db, now, newId, labelOrigin, kek, giveWay, pictures, mailer, jobSlot },
    files: given.files ?? files,
  }
  return runDueJobs(deps, { endBy: now() + 3_600_000, kinds: given.kinds ?? JOB_KINDS })
}

/** Takes an import back, its job and all. */
export async function undoImport(
  ctx: VerbContext,
  input: { readonly importId: string; readonly reason: string },
): Promise<UndoReport> {
  await beginUndoImport({ ctx, input })
  await runJobs(ctx)
  return undoReportOf(await loadImport(ctx, input.importId))
}

/** Every row of every table, search index included, as one text. */
export async function dumpTables(db: Database): Promise<string> {
  const tables = await db.all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
      AND name != 'write_guard'
      AND (name = 'register_entry' OR name NOT LIKE 'register_%') ORDER BY name`,
  )
  const dump: Record<string, unknown> = {}
  for (const { name } of tables) {
    dump[name] = await db.all(sql.raw(`SELECT * FROM "${name}" ORDER BY 1, 2`))
  }
  return JSON.stringify(dump, (_, value) =>
    value instanceof ArrayBuffer ? Array.from(new Uint8Array(value)) : value,
  )
}

const HEADING =
  'Mã số;Loại mã;Tên vùng trồng;Chủ sở hữu;Xã;Tỉnh;Cây trồng;Diện tích (ha);Thị trường;Trạng thái;Ngày cấp;Số quyết định;Ngày hết hạn'

export type CodeRow = {
  code: string
  kind?: string
  site?: string
  holder?: string
  commune?: string
  province?: string
  crop?: string
  area?: string
  market?: string
  status?: string
  on?: string
  document?: string
  validTo?: string
}

/** A list of codes as CSV. */
export function codeList(rows: readonly CodeRow[]): string {
  const lines = rows.map((row) =>
    [
      row.code,
      row.kind ?? 'Vùng trồng',
      row.site ?? `Vùng ${row.code}`,
      row.holder ?? 'HTX Thử Nghiệm',
      row.commune ?? 'Xã Chợ Mới',
      row.province ?? 'An Giang',
      row.crop ?? 'Xoài',
      row.area ?? '10',
      row.market ?? 'Trung Quốc',
      row.status ?? 'Đang hoạt động',
      row.on ?? '01/02/2025',
      row.document ?? '1/QĐ',
      row.validTo ?? '',
    ].join(';'),
  )
  return [HEADING, ...lines].join('\n')
}

/** A database in whose first writing batch somebody else gets in just before. */
export function interrupted(db: Database, meanwhile: () => Promise<unknown>): Database {
  let isDone = false
  return new Proxy(db, {
    get: (target, property, receiver) => {
      if (property !== 'batch') return Reflect.get(target, property, receiver)
      return async (statements: Parameters<Database['batch']>[0]) => {
        const isWrite = statements.some((each) => JSON.stringify(queryOf(each)).includes('insert'))
        if (isWrite && !isDone) {
          isDone = true
          await meanwhile()
        }
        return target.batch(statements)
      }
    },
  })
}

/** Drizzle tells the text of a statement by `toSQL` or, for raw ones, `getQuery`. */
function queryOf(statement: unknown): unknown {
  const { toSQL, getQuery } = statement as { toSQL?: () => unknown; getQuery?: () => unknown }
  return toSQL?.call(statement) ?? getQuery?.call(statement) ?? ''
}
