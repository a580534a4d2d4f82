import { sql } from 'drizzle-orm'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import { among } from './among.ts'
import { decidingOn } from './deciding-decision.ts'

const MOST = 200

/** A code in one of its markets, with its status on a day; null before the first decision. */
export type GrantedStatus = {
  readonly code: string
  readonly market: string
  readonly status: CodeStatus | null
}

/** The statuses of codes in their markets on a day, as an application that led to them shows them. */
export function readGrantedStatuses(
  db: Database,
  { codes, day }: { readonly codes: readonly string[]; readonly day: string },
): Promise<GrantedStatus[]> {
  const market = sql`m.market`
  const id = decidingOn({ codeId: sql`c.id`, market, day: sql`${day}` })
  return db.all<GrantedStatus>(sql`SELECT c.code, m.market, e.status
    FROM code c JOIN code_market m ON m.code_id = c.id
    LEFT JOIN code_status_event e ON e.id = ${id}
    WHERE c.code IN ${among(codes)} ORDER BY c.code, m.market LIMIT ${MOST}`)
}
