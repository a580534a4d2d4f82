import {
  deleteLabelFile,
  type LabelFileRow,
  listOldLabelFiles,
} from '../../../../db/queries/label-files.ts'
import type { OldFiles } from '../../papers/remove-old-files.ts'
import { KEEP_DAYS } from './load-label-file.ts'
import { removeParts } from './remove-parts.ts'

/** Label files a week old: they can be made again. */
export const OLD_LABEL_FILES: OldFiles<LabelFileRow> = {
  keepDays: KEEP_DAYS,
  perStep: 50,
  steps: 1,
  list: listOldLabelFiles,
  remove: async ({ db, files }, { id, generation, parts }) => {
    // One more than is noted: whoever was at work may have been stopped right after storing it.
    await removeParts(files, { id, generation, through: parts + 1 })
    // Last: a row without its file is asked for again, a file without its row by nobody.
    await deleteLabelFile(db, id)
  },
}
