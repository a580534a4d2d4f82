/** Where files are kept, by a key made of letters, digits, `-` and `/`. A bucket, a disk folder or the database. */
export type FileStore = {
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null when there is no such file. */
  readonly get: (key: string) => Promise<Uint8Array | null>
  /** Nothing happens where there is no such file. */
  readonly remove: (key: string) => Promise<void>
}

/** Files kept in memory of the isolate. */
export function chooseFileStore(_bindings: object, _db: () => unknown): FileStore {
  const files = new Map<string, Uint8Array>()
  return {
    put: async (key, bytes) => void files.set(key, bytes),
    get: async (key) => files.get(key) ?? null,
    remove: async (key) => void files.delete(key),
  }
}
