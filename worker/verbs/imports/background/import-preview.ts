import * as z from 'zod'
import type { OldTextFinding } from '../../../lib/sheet/old-text.ts'
import { jobKind } from '../../background/job-kind.ts'
import { type CellToMend, cellsToMend } from '../cells-to-mend.ts'
import type { ImportCounts } from '../import-report.ts'
import { openUpload, UnreadableList } from '../portal/open-upload.ts'
import { keepRefusedRows } from '../refused-rows.ts'
import { type StoredReport, toStoredReport } from '../stored-report.ts'

/** What a list that was handed in would change; or why it cannot be read, in Vietnamese. */
export type ImportPreview =
  | {
      readonly ok: true
      readonly counts: ImportCounts
      readonly report: StoredReport
      /** Refused cells that can be mended on the screen; left out by earlier versions. */
      readonly toMend?: readonly CellToMend[]
      /** Its texts in an old encoding, converted or not; left out where there are none. */
      readonly oldText?: OldTextFinding | null
    }
  | { readonly ok: false; readonly message: string; readonly oldText?: OldTextFinding | null }

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
    const { oldText = null, mended } = list.workbook
    return {
      ok: true,
      counts,
      report: { ...toStoredReport(report), ...(mended === undefined ? {} : { mended }) },
      toMend: cellsToMend(list.workbook, refused),
      oldText,
    }
  } catch (error) {
    if (error instanceof UnreadableList) {
      return { ok: false, message: error.message, oldText: error.oldText }
    }
    throw error
  }
}
