/** True when a statement failed because the row, or one like it, is already there. */
export function isUniqueViolation(error: unknown): boolean {
  return /UNIQUE constraint failed/.test(messageOf(error))
}

/** True when a trigger refused to change what may not be changed. */
export function isRefusedByTrigger(error: unknown): boolean {
  return /is append-only|is sealed|never deleted/.test(messageOf(error))
}

/** Drizzle wraps the driver's error; its message holds SQL and bound values, so it never leaves this file. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  return `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`
}

/**
 * True when a statement failed because the database could not be reached, took too long or was
 * not ready: everything the server did not answer with an SQLite error of its own.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (isNetworkError(error)) return true
  if (!/^Failed (?:query|to run the query)/.test(error.message)) return false
  return !/SQLITE_(?!BUSY|CANTOPEN|IOERR)[A-Z]+/.test(messageOf(error).slice(error.message.length))
}

function isNetworkError(error: Error): boolean {
  return /^(?:TimeoutError|AbortError)$/.test(error.name) || /^LibsqlError$/.test(error.name)
    ? !/SQLITE_(?!BUSY)/.test(error.message)
    : /fetch failed|Network connection lost|ECONNREFUSED|connection refused/i.test(error.message)
}
