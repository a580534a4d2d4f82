import { type SQL, sql } from 'drizzle-orm'

/** SQLite's longest pattern is 50,000 bytes. */
const LONGEST_PATTERN = 12_000
const REPLACED = '\ufffd'

/**
 * Holds while a text is what was read. One that is not UTF-8 was read with U+FFFD where nobody knows
 * what it says: there anything may stand, or nobody could ever change what it is part of.
 */
export function isAsRead(text: SQL, read: unknown): SQL {
  const pattern = typeof read === 'string' ? patternOfRead(read) : null
  if (pattern === null) return sql`${text} IS ${read}`
  return sql`(${text} IS ${read} OR ${text} GLOB ${pattern})`
}

/** The pattern of what such a text was; null for one that was read letter for letter. */
export function patternOfRead(text: string | null): string | null {
  if (text === null || !text.includes(REPLACED) || text.length > LONGEST_PATTERN) return null
  return text.replace(/[[*?]/g, '[$&]').replace(/\ufffd+/g, '*')
}
