import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { code, codeMarket } from '../schema/index.ts'
import type { SeenDecision } from './code-status.ts'
import type { Statement } from './run-batch.ts'

export type NewCode = typeof code.$inferInsert
export type NewCodeMarket = typeof codeMarket.$inferInsert

/** A code with its markets; fails with a unique violation where the code was granted before. */
export function grantStatements(
  db: Database,
  input: { readonly code: NewCode; readonly markets: readonly NewCodeMarket[] },
): Statement[] {
  return [
    db.insert(code).values(input.code),
    ...(input.markets.length > 0 ? [db.insert(codeMarket).values([...input.markets])] : []),
  ]
}

/** A code as it was granted, with whose it is. */
export type GrantedCode = {
  readonly id: string
  readonly code: string
  readonly siteName: string
  readonly organisationName: string
}

/** Codes with this search key, at most ten: the same code, or one that reads alike. */
export function readLikeCodes(db: Database, searchKey: string): Promise<GrantedCode[]> {
  return db.all<GrantedCode>(sql`
    SELECT c.id, c.code, s.name AS siteName, o.name AS organisationName
    FROM code c JOIN site s ON s.id = c.site_id JOIN organisation o ON o.id = s.organisation_id
    WHERE c.search_key = ${searchKey} ORDER BY c.code LIMIT 10`)
}

/** Holds while nothing rests on a code: no batch, no certificate. */
export function codeIsUnused(codeId: string) {
  return sql`(NOT EXISTS (SELECT 1 FROM batch_code WHERE code_id = ${codeId})
    AND NOT EXISTS (SELECT 1 FROM code_certificate WHERE code_id = ${codeId})
    AND NOT EXISTS (SELECT 1 FROM code WHERE supersedes_id = ${codeId}))`
}

/** Holds while a site has not been withdrawn. */
export function siteStands(siteId: string) {
  return sql`EXISTS (SELECT 1 FROM site WHERE id = ${siteId} AND withdrawn_at IS NULL)`
}

/** Takes a code out of the lists, or (null) puts it back. */
export function setCodeWithdrawn(
  db: Database,
  input: { readonly codeId: string; readonly at: number | null },
): Statement {
  return db.run(sql`UPDATE code SET withdrawn_at = ${input.at} WHERE id = ${input.codeId}`)
}

/** The term and external id of a code in one market. */
export type MarketTerm = {
  readonly codeId: string
  readonly market: string
  readonly validTo: string | null
  readonly externalId: string | null
}

export function readMarketTerms(db: Database, codeId: string): Promise<MarketTerm[]> {
  return db.all<MarketTerm>(sql`
    SELECT code_id AS codeId, market, valid_to AS validTo, external_id AS externalId
    FROM code_market WHERE code_id = ${codeId} ORDER BY market LIMIT 100`)
}

export function setMarketTerm(db: Database, term: MarketTerm): Statement {
  return db.run(sql`UPDATE code_market SET valid_to = ${term.validTo}, external_id = ${term.externalId}
    WHERE code_id = ${term.codeId} AND market = ${term.market}`)
}

/** Holds while the term of a code in a market is still as it was read. */
export function marketTermIs(term: MarketTerm) {
  return sql`EXISTS (SELECT 1 FROM code_market WHERE code_id = ${term.codeId}
    AND market = ${term.market} AND valid_to IS ${term.validTo} AND external_id IS ${term.externalId})`
}

/** The last decision on a code in each market it has. */
export function readLastDecisions(db: Database, codeId: string): Promise<SeenDecision[]> {
  return db.all<SeenDecision>(sql`
    SELECT m.code_id AS codeId, m.market, (SELECT e.id FROM code_status_event e
      WHERE e.code_id = m.code_id AND e.market = m.market ORDER BY e.rowid DESC LIMIT 1) AS eventId
    FROM code_market m WHERE m.code_id = ${codeId} LIMIT 100`)
}
