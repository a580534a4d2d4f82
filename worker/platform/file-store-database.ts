import type { Database } from '../../db/client.ts'
import { removeStoredFile, storedFileParts, storeFileParts } from '../../db/queries/stored-files.ts'
import { joinBytes } from '../lib/print/bytes.ts'
import type { FileStore } from './file-store.ts'

const PART_BYTES = 256 * 1024

/** Files as rows of 256 KB in the database, for an installation that has nothing else. */
export function databaseFiles(db: () => Database): FileStore {
  return {
    put: async (key, bytes) => {
      const parts: Uint8Array[] = []
      for (let at = 0; at < bytes.length; at += PART_BYTES) {
        parts.push(bytes.slice(at, at + PART_BYTES))
      }
      await storeFileParts(db(), { key, parts })
    },
    get: async (key) => {
      const parts: Uint8Array[] = []
      for await (const part of storedFileParts(db(), key)) parts.push(part)
      return parts.length === 0 ? null : joinBytes(parts)
    },
    remove: (key) => removeStoredFile(db(), key),
  }
}
