import type { FileStore } from '../../platform/file-store.ts'
import { keepFile } from './keep-file.ts'

/** Stores several files and the rows that promise them, or none of them. */
export function keepFiles<Made>(
  files: FileStore,
  kept: readonly { readonly storeKey: string; readonly bytes: Uint8Array }[],
  rows: () => Promise<Made>,
): Promise<Made> {
  const [first, ...rest] = kept
  if (first === undefined) return rows()
  return keepFile(files, first, () => keepFiles(files, rest, rows))
}
