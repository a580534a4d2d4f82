/**
 * Where files are kept, by a key made of letters, digits, `-`, `_` and `/`. A bucket, a disk folder
 * or the database. A file has at least one byte.
 */
export type FileStore = {
  /** Keeps a file, in the place of an earlier one of that key. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>
  /** Null when there is no such file. */
  readonly get: (key: string) => Promise<Uint8Array | null>
  /** Nothing happens where there is no such file. */
  readonly remove: (key: string) => Promise<void>
}
