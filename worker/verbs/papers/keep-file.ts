import type { FileStore } from '../../platform/file-store.ts'

/**
 * Stores a file and the rows that promise it: a file without a row is rubbish, which goes again; a row
 * without a file would be a broken promise.
 */
export async function keepFile<Made>(
  files: FileStore,
  file: { readonly storeKey: string; readonly bytes: Uint8Array },
  rows: () => Promise<Made>,
): Promise<Made> {
  await files.put(file.storeKey, file.bytes)
  try {
    return await rows()
  } catch (error) {
    await files.remove(file.storeKey)
    throw error
  }
}
