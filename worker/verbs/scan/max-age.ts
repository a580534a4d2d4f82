/** Scan pages, verify, codes and notices show nothing older than this. */
export const MAX_AGE_MS = 30_000
