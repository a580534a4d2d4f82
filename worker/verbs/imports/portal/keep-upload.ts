import * as z from 'zod'
import { insertUpload } from '../../../../db/queries/bulk-decisions.ts'
import { runBatch } from '../../../../db/queries/run-batch.ts'
import { readWorkbook } from '../../../domain/sheet/read-workbook.ts'
import { readCodeRecords } from '../../../domain/sheet/records/code-records.ts'
import { type MarketCode, parseMarkets } from '../../../domain/sheet/vocabulary/markets.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { auditStatement } from '../../audit/audit-statement.ts'
import { actorText, type VerbContext } from '../../context.ts'
import { requirePermission } from '../../guard/authorise.ts'
import { invalidInput, parseInput } from '../../guard/parse-input.ts'
import type { CodeListDefaults } from '../import-codes.ts'
import { UPLOAD_LIMITS } from '../portal-limits.ts'
import { toHex } from '../to-hex.ts'

export const CODES_UPLOAD = 'codes'

/** What is kept beside a list that was handed in. */
export type UploadOptions = {
  readonly province: string | null
  readonly markets: readonly MarketCode[]
  /** Rows with records, refused ones included. */
  readonly rows: number
}

const fields = z.object({
  /** A province's name, for lists that name it in their title only. */
  province: z.string().max(100),
  /** A market or several, for the same. */
  market: z.string().max(200),
})

/**
 * Keeps a list of codes that was handed in, to be looked at and confirmed; nothing is read into the
 * register yet. Throws `invalid_input` on the field at fault where it is no list that can be read.
 */
export async function keepUpload(args: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly input: z.input<typeof fields> & {
    readonly file: { readonly bytes: Uint8Array; readonly fileName: string } | null
  }
}): Promise<{ readonly id: string }> {
  const { ctx, files } = args
  requirePermission(ctx, 'imports.write')
  const { file, ...rest } = args.input
  const { province, market } = parseInput(fields, rest)
  if (file === null) throw wrong('file', 'Hãy chọn tệp danh sách.')
  const options = {
    province: province.trim() === '' ? null : province.trim(),
    ...marketsOf(market),
  }
  const rows = countRows(file, options)
  const id = ctx.newId()
  const storeKey = `uploads/${id}`
  const sha256 = toHex(await crypto.subtle.digest('SHA-256', new Uint8Array(file.bytes)))
  await files.put(storeKey, file.bytes)
  const fileName = file.fileName.slice(-200)
  const kept: UploadOptions = { ...options, rows }
  await runBatch(ctx.db, [
    insertUpload(ctx.db, {
      ...{ id, kind: CODES_UPLOAD, fileName, bytes: file.bytes.length, sha256, storeKey },
      options: kept,
      userId: actorText(ctx.actor),
      organisationId: ctx.actor.kind === 'user' ? ctx.actor.organisationId : null,
      createdAt: ctx.now(),
    }),
    auditStatement(ctx, {
      action: 'codes.upload',
      entity: 'upload',
      entityId: id,
      after: { fileName, sha256, bytes: file.bytes.length, rows },
    }),
  ])
  return { id }
}

function marketsOf(text: string): { readonly markets: readonly MarketCode[] } {
  if (text.trim() === '') return { markets: [] }
  const reading = parseMarkets(text)
  if (!reading.ok) throw wrong('market', reading.reason)
  return { markets: reading.markets }
}

/** Reads the list once, so that what cannot be read at all is said beside the field. */
function countRows(
  file: { readonly bytes: Uint8Array; readonly fileName: string },
  options: Omit<UploadOptions, 'rows'>,
): number {
  const { bytes, fileName } = file
  const reading = readWorkbook(bytes, { fileName, limits: UPLOAD_LIMITS })
  if (!reading.ok) throw wrong('file', reading.problem.message)
  const result = readCodeRecords(reading.workbook, { defaults: defaultsOf(options) })
  if (!result.ok) throw wrong('file', result.problem.message)
  if (result.rowCount === 0) throw wrong('file', 'Tệp có tiêu đề nhưng chưa có dòng nào.')
  return result.rowCount
}

/** What the officer said of a list that its rows leave out. */
export function defaultsOf(options: Omit<UploadOptions, 'rows'>): CodeListDefaults {
  const { province, markets } = options
  return {
    ...(province === null ? {} : { province }),
    ...(markets.length === 0 ? {} : { markets }),
  }
}

function wrong(path: string, message: string) {
  return invalidInput([{ path, message }])
}
