import type { FileStore } from '../../platform/file-store.ts'
import { keepFile } from './keep-file.ts'

/** Stores several files and the rows that promise them, or none of them. */
export function keepFiles(
  files: FileStore,
  kept: readonly { readonly storeKey: string; readonly bytes: Uint8Array }[],
  rows: () => Promise<void>,
): Promise<void> {
  const [first, ...rest] = kept
  if (first === undefined) return rows()
  return keepFile(files, first, () => keepFiles(files, rest, rows))
}
