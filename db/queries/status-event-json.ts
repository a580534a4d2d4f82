import { type SQL, sql } from 'drizzle-orm'

/** The JSON of a `StatusEvent`, from the row of a decision under this alias. */
export function statusEventJson(decision: string): SQL {
  const of = (column: string) => sql.raw(`${decision}.${column}`)
  return sql`json_object('id', ${of('id')}, 'market', ${of('market')}, 'status', ${of('status')},
    'effectiveOn', ${of('effective_on')}, 'recordedAt', ${of('recorded_at')},
    'reason', ${of('reason')}, 'documentNo', ${of('document_no')}, 'text', json(${of('wording')}),
    'amends', ${of('amends_id')})`
}
