import type { Database } from '../../db/client.ts'
import type { FileStore } from './file-store.ts'
import { type Bucket, bucketFiles } from './file-store-bucket.ts'
import { databaseFiles } from './file-store-database.ts'
import { type DiskService, diskFiles } from './file-store-disk.ts'

/** The bucket bound as `MEDIA`, else the disk folder bound as `FILES`, else a table of the database. */
export function chooseFileStore(bindings: object, db: () => Database): FileStore {
  const { MEDIA, FILES } = bindings as { readonly MEDIA?: Bucket; readonly FILES?: DiskService }
  if (MEDIA !== undefined) return checked(bucketFiles(MEDIA))
  return checked(FILES === undefined ? databaseFiles(db) : diskFiles(FILES))
}

const KEY = /^[\w-]+(?:\/[\w-]+)*$/
const LONGEST_KEY = 200

/** Keys are made by the program; a key that is none is a fault of it and must not reach a disk. */
function checked(store: FileStore): FileStore {
  const check = (key: string) => {
    if (!KEY.test(key) || key.length > LONGEST_KEY) throw new Error('a file key is malformed')
  }
  return {
    put: async (key, bytes) => {
      check(key)
      if (bytes.length === 0) throw new Error('an empty file is not kept')
      await store.put(key, bytes)
    },
    get: async (key) => {
      check(key)
      return store.get(key)
    },
    remove: async (key) => {
      check(key)
      await store.remove(key)
    },
  }
}
