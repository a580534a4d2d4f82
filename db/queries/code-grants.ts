import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../client.ts'
import { code, codeMarket, organisation, site } from '../schema/index.ts'
import type { SeenDecision } from './code-status.ts'
import { maybe, type RowOf, text } from './fields.ts'
import { pick } from './pick.ts'
import { standsWith } from './row-guards.ts'
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

const GRANTED = {
  ...pick(code, 'id', 'code'),
  siteName: site.name,
  organisationName: organisation.name,
}

/** A code as it was granted, with whose it is. */
export type GrantedCode = RowOf<typeof GRANTED>

/** Codes with this search key, at most ten: the same code, or one that reads alike. */
export function readLikeCodes(db: Database, searchKey: string): Promise<GrantedCode[]> {
  return db
    .select(GRANTED)
    .from(code)
    .innerJoin(site, eq(site.id, code.siteId))
    .innerJoin(organisation, eq(organisation.id, site.organisationId))
    .where(eq(code.searchKey, searchKey))
    .orderBy(code.code)
    .limit(10)
}

/** Holds while nothing rests on a code: no batch, no certificate. */
export function codeIsUnused(codeId: string): SQL {
  return sql`(NOT EXISTS (SELECT 1 FROM batch_code WHERE code_id = ${codeId})
    AND NOT EXISTS (SELECT 1 FROM code_certificate WHERE code_id = ${codeId})
    AND NOT EXISTS (SELECT 1 FROM code WHERE supersedes_id = ${codeId}))`
}

/** Holds while a site has not been withdrawn. */
export const siteStands = standsWith(site, { withdrawnAt: null })

/** Takes a code out of the lists, or (null) puts it back. */
export function setCodeWithdrawn(
  db: Database,
  input: { readonly codeId: string; readonly at: number | null },
): Statement {
  return db.update(code).set({ withdrawnAt: input.at }).where(eq(code.id, input.codeId))
}

const { codeId, market, validTo, externalId } = codeMarket
const TERM = { codeId, market, validTo, externalId }

/** The term and external id of a code in one market. */
export type MarketTerm = RowOf<typeof TERM>

export function readMarketTerms(db: Database, ofCode: string): Promise<MarketTerm[]> {
  return marketTermsOf(db, ofCode)
}

/** The same, to stand in a batch. */
export function marketTermsOf(db: Database, ofCode: string) {
  return db.select(TERM).from(codeMarket).where(eq(codeId, ofCode)).orderBy(market).limit(100)
}

export function setMarketTerm(db: Database, term: MarketTerm): Statement {
  const isIt = and(eq(codeId, term.codeId), eq(market, term.market))
  return db
    .update(codeMarket)
    .set({ validTo: term.validTo, externalId: term.externalId })
    .where(isIt)
}

/** Holds while the term of a code in a market is still as it was read. */
export function marketTermIs(term: MarketTerm): SQL {
  return sql`EXISTS (SELECT 1 FROM code_market WHERE code_id = ${term.codeId}
    AND market = ${term.market} AND valid_to IS ${term.validTo} AND external_id IS ${term.externalId})`
}

/** The last decision on a code in each market it has. */
export function readLastDecisions(db: Database, ofCode: string): Promise<SeenDecision[]> {
  const eventId = maybe(
    text(sql`(SELECT e.id FROM code_status_event e
      WHERE e.code_id = ${codeId} AND e.market = ${market} ORDER BY e.rowid DESC LIMIT 1)`),
  )
  return db
    .select({ codeId, market, eventId })
    .from(codeMarket)
    .where(eq(codeId, ofCode))
    .limit(100)
}
