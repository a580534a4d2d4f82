import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { diaryEvent } from '../schema/index.ts'
import { flag } from './fields.ts'
import { inPages } from './in-pages.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'
import { rowsOf } from './rows-of.ts'

const ROWS_PER_PAGE = 5_000

const KNOWN = {
  ...pick(diaryEvent, 'siteId', 'fingerprint'),
  isTakenBack: flag(sql`EXISTS (SELECT 1 FROM diary_event a
    WHERE a.amends_id = ${diaryEvent.id} AND a.retracts = 1)`),
}

/**
 * What is on record under these fingerprints, by `site\nfingerprint`: how often, and whether any of it
 * was not taken back. What is recorded again after it was taken back has the fingerprint that
 * {@link nextFingerprint} gives.
 */
export async function readKnownFingerprints(
  db: Database,
  pairs: readonly { readonly siteId: string; readonly fingerprint: string }[],
): Promise<Map<string, KnownFingerprint>> {
  const rows = await inPages(pairs, ROWS_PER_PAGE, (page) => {
    const { rows, of } = listed(page)
    return rowsOf(
      db,
      KNOWN,
      sql`${rows} JOIN diary_event ON ${diaryEvent.siteId} = ${of('siteId')}
        AND ${sameWords(of('fingerprint'))}`,
    )
  })
  const known = new Map<string, KnownFingerprint>()
  for (const { siteId, fingerprint, isTakenBack } of rows) {
    const key = `${siteId}\n${hashOf(fingerprint)}`
    const before = known.get(key) ?? { times: 0, stands: false }
    known.set(key, { times: before.times + 1, stands: before.stands || !isTakenBack })
  }
  return known
}

export type KnownFingerprint = { readonly times: number; readonly stands: boolean }

/** Stands between a hash and how often it was on record before; sorts behind all of its digits. */
const AGAIN = '~'

/** The hash alone of what an entry says. */
export function hashOf(fingerprint: string): string {
  return fingerprint.split(AGAIN, 1)[0] ?? fingerprint
}

/** The fingerprint of what was on record so many times before. */
export function nextFingerprint(fingerprint: string, times: number): string {
  return times === 0 ? fingerprint : `${fingerprint}${AGAIN}${times}`
}

/** Entries that say the same, the first time and again: a range of the index. */
export function sameWords(fingerprint: SQL | string): SQL {
  return sql`(${diaryEvent.fingerprint} >= ${fingerprint}
    AND ${diaryEvent.fingerprint} < ${fingerprint} || char(127))`
}
