/** Answers of a server in front of the database that could not reach it, or of one with too much to do. */
export const AWAY_STATUS: ReadonlySet<number> = new Set([429, 502, 503, 504])

/** The database could not be asked: it does not answer in time, refuses connections, or was found so a moment ago. */
export class DatabaseAway extends Error {
  constructor(cause?: unknown) {
    super('the database does not answer', cause === undefined ? {} : { cause })
    this.name = 'DatabaseAway'
  }
}
