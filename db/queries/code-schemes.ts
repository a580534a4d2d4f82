import type { Database } from '../client.ts'
import { codeScheme } from '../schema/index.ts'

export type SchemeRow = typeof codeScheme.$inferSelect

/** Far more formats than any country has codes for. */
const MOST_SCHEMES = 200

/** All formats, in the order in which a code is compared with them. */
export function readSchemes(db: Database): Promise<SchemeRow[]> {
  return db
    .select()
    .from(codeScheme)
    .orderBy(codeScheme.position, codeScheme.id)
    .limit(MOST_SCHEMES)
}
