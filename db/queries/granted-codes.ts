import { eq, sql } from 'drizzle-orm'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Database } from '../client.ts'
import { code, codeMarket, codeStatusEvent } from '../schema/index.ts'
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
  const market = sql`${codeMarket.market}`
  const deciding = decidingOn({ codeId: sql`${code.id}`, market, day: sql`${day}` })
  return db
    .select({ code: code.code, market: codeMarket.market, status: codeStatusEvent.status })
    .from(code)
    .innerJoin(codeMarket, eq(codeMarket.codeId, code.id))
    .leftJoin(codeStatusEvent, sql`${codeStatusEvent.id} = ${deciding}`)
    .where(sql`${code.code} IN ${among(codes)}`)
    .orderBy(code.code, codeMarket.market)
    .limit(MOST)
}
