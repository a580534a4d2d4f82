import { AWAY_STATUS, DatabaseAway } from './database-away.ts'

/** True when a statement failed because the row, or one like it, is already there. */
export function isUniqueViolation(error: unknown): boolean {
  return isErrorOf(error, /UNIQUE constraint failed/)
}

/** True when a trigger refused to change what may not be changed. */
export function isRefusedByTrigger(error: unknown): boolean {
  return isErrorOf(error, /is append-only|is sealed|never deleted/)
}

/** True when another writer was in the way and nothing was done. */
export function isDatabaseBusy(error: unknown): boolean {
  return isErrorOf(error, /SQLITE_BUSY|database is locked/)
}

/** A text that cannot be stored was about to be sent; neither it nor anything with it was. */
export class IllFormedText extends Error {
  constructor() {
    super('a text is not well-formed Unicode or holds NUL')
    this.name = 'IllFormedText'
  }
}

/** True when the door refused a text; trying again would not help. */
export function isIllFormedText(error: unknown): boolean {
  return someCause(error, (cause) => cause instanceof IllFormedText)
}

/**
 * True when the server gave up over a whole answer: what it does where a stored text is not UTF-8
 * (a faulty statement has an answer that says so).
 */
export function isUnreadableAnswer(error: unknown): boolean {
  return someCause(
    error,
    (cause) =>
      cause.name === 'HttpServerError' && (cause as Error & { status?: unknown }).status === 500,
  )
}

/**
 * True where the driver's error, which Drizzle wraps, says these words. Its message holds SQL and bound
 * values, so it never leaves this file.
 */
export function isErrorOf(error: unknown, words: RegExp): boolean {
  if (!(error instanceof Error)) return false
  return words.test(`${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`)
}

/**
 * Words of the driver, of libSQL's server and of SQLite for a database that cannot be asked now and
 * may be again soon. Anything not named here is a fault of the statement, of its values or of the
 * program: trying again would not help, and nobody is told to.
 */
const AWAY_CODES: ReadonlySet<string> = new Set([
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_FULL',
  'SQLITE_INTERRUPT',
  'SQLITE_IOERR',
  'SQLITE_LOCKED',
  'SQLITE_NOMEM',
  'SQLITE_PROTOCOL',
  'SQLITE_READONLY',
  'TRANSACTION_BUSY',
  'TRANSACTION_TIMEOUT',
  // Writes are blocked by whoever runs the server, or its primary cannot be reached.
  'BLOCKED',
  'PROXY_ERROR',
  'HRANA_CLOSED_ERROR',
  'HRANA_WEBSOCKET_ERROR',
])

/** True when a statement failed because the database could not be reached, took too long or was not ready. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return someCause(error, isAway)
}

/** Drizzle wraps the driver's error, and the driver that of the network. */
function someCause(error: unknown, is: (cause: Error) => boolean): boolean {
  let cause = error
  for (let depth = 0; depth < 6 && cause instanceof Error; depth++) {
    if (is(cause)) return true
    cause = cause.cause
  }
  return false
}

function isAway(error: Error): boolean {
  if (error instanceof DatabaseAway) return true
  // Node's words, in commands, where no connection came about.
  if (error instanceof TypeError && error.message === 'fetch failed') return true
  const { code, status } = error as Error & { code?: unknown; status?: unknown }
  if (error.name === 'HttpServerError') return typeof status === 'number' && AWAY_STATUS.has(status)
  if (typeof code !== 'string') return false
  // Extended codes name the basic one first: SQLITE_IOERR_READ, SQLITE_BUSY_SNAPSHOT.
  return AWAY_CODES.has(/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code)
}
