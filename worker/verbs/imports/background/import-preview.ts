import * as z from 'zod'
import { jobKind } from '../../background/job-kind.ts'
import type { ImportCounts } from '../import-report.ts'
import { openUpload, UnreadableList } from '../portal/open-upload.ts'
import { keepRefusedRows } from '../refused-rows.ts'
import { type StoredReport, toStoredReport } from '../stored-report.ts'

/** What a list that was handed in would change; or why it cannot be read, in Vietnamese. */
export type ImportPreview =
  | { readonly ok: true; readonly counts: ImportCounts; readonly report: StoredReport }
  | { readonly ok: false; readonly message: string }

/**
 * Reads a list that was handed in and decides its rows, so that they can be looked at before they are
 * confirmed; keeps those that are refused to be mended. It writes nothing but what it found.
 */
export const IMPORT_PREVIEW = jobKind({
  name: 'import.preview',
  input: z.object({}),
  cursor: z.object({}),
  canBeCancelled: true,
  // biome-ignore lint/correctness/useYield: all of it is one slice, whose outcome is the job's.
  run: async function* ({ ctx, files, subjectId: id }) {
    return { result: await previewOf({ ctx, files, id }) }
  },
})

async function previewOf(args: Parameters<typeof openUpload>[0]): Promise<ImportPreview> {
  try {
    const { list } = await openUpload(args)
    const report = await list.dryRun()
    const { counts, refused } = report
    if (counts.refused > 0) await keepRefusedRows({ ...args, list, refused })
    return { ok: true, counts, report: toStoredReport(report) }
  } catch (error) {
    if (error instanceof UnreadableList) return { ok: false, message: error.message }
    throw error
  }
}
