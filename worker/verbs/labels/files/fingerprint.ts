import { sha256Hex } from '../../../lib/files/sha256-hex.ts'
import type { LabelFile } from '../label-file.ts'
import type { Reprint } from '../reprint.ts'

/** Of all that is on the labels of a file and of which labels they are: two files alike share it. */
export async function fingerprintOf(made: Reprint, file: LabelFile): Promise<string> {
  const { run, range, skipped, total, longestUrl } = made
  const text = JSON.stringify([run.id, range, skipped, total, longestUrl, file.drawn])
  return sha256Hex(text)
}
