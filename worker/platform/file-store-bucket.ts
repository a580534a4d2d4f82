import type { FileStore } from './file-store.ts'

/** The part of an R2 bucket that is used. */
export type Bucket = {
  readonly put: (key: string, bytes: Uint8Array) => Promise<unknown>
  readonly get: (
    key: string,
  ) => Promise<{ readonly arrayBuffer: () => Promise<ArrayBuffer> } | null>
  readonly delete: (key: string) => Promise<unknown>
}

/** Files in an R2 bucket. */
export function bucketFiles(bucket: Bucket): FileStore {
  return {
    put: async (key, bytes) => void (await bucket.put(key, bytes)),
    get: async (key) => {
      const object = await bucket.get(key)
      return object === null ? null : new Uint8Array(await object.arrayBuffer())
    },
    remove: async (key) => void (await bucket.delete(key)),
  }
}
