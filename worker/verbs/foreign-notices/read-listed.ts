import { fillAll } from '../../copy/fill.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import {
  type ListedCode,
  LONGEST_LISTED,
  listedInText,
  listedInWorkbook,
} from '../../domain/foreign-notices/listed-codes.ts'
import { readWorkbookInSteps } from '../../lib/sheet/read-workbook.ts'
import type { GiveWay } from '../../lib/steps/give-way.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { invalidField } from '../guard/parse-input.ts'
import { UPLOAD_LIMITS } from '../imports/portal-limits.ts'

/** Texts of one list, repeated ones counted: ten times the longest list there was. */
export const MOST_LISTED = 10_000
/** Of a pasted list. */
export const LONGEST_LIST = 400_000

export type ListSource =
  | { readonly kind: 'pasted'; readonly text: string }
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly fileName: string }

/** The codes of a pasted list or a file; throws `invalid_input` where there are none, or too many. */
export async function readListed(source: ListSource, giveWay: GiveWay): Promise<ListedCode[]> {
  const path = source.kind === 'file' ? 'file' : 'list'
  if (source.kind === 'pasted' && source.text.length > LONGEST_LIST) {
    throw invalidField(path, R.listTooLong)
  }
  const listed =
    source.kind === 'pasted'
      ? listedInText(mendText(source.text))
      : await listedInFile(source, giveWay)
  if (listed.length === 0) throw invalidField(path, R.listEmpty)
  if (listed.length > MOST_LISTED) {
    throw invalidField(path, fillAll(R.tooManyListed, { most: MOST_LISTED }))
  }
  const long = listed.find((each) => each.listed.length > LONGEST_LISTED)
  if (long === undefined) return listed
  const { row } = long
  throw invalidField(path, fillAll(R.rowTooLong, { row, most: LONGEST_LISTED }))
}

async function listedInFile(
  { bytes, fileName }: Extract<ListSource, { kind: 'file' }>,
  giveWay: GiveWay,
): Promise<ListedCode[]> {
  const reading = await takeStepsGivingWay(
    readWorkbookInSteps(bytes, { fileName, limits: UPLOAD_LIMITS }),
    giveWay,
  )
  if (reading.ok) return listedInWorkbook(reading.workbook)
  const reason = reading.problem.message
  throw invalidField('file', fillAll(R.listUnreadable, { reason }))
}
