import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Database } from '../client.ts'
import { code, site, suspensionProposal } from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { guardStatement } from './guard-statement.ts'
import { liesWithin } from './lies-within.ts'
import { personName } from './person-name.ts'
import { isBefore } from './place-in-list.ts'
import { standsWith } from './row-guards.ts'
import { insertOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type ProposalRow = typeof suspensionProposal.$inferSelect

const MOST_MARKETS = 300

const ITEM = {
  ...getTableColumns(suspensionProposal),
  code: code.code,
  siteName: site.name,
  proposedByName: personName(suspensionProposal.proposedBy),
  decidedByName: personName(suspensionProposal.decidedBy),
}

/** A proposal with the code it is about. */
export type ProposalItem = Awaited<ReturnType<typeof itemsOf>>[number]

function itemsOf(db: Database) {
  return db
    .select(ITEM)
    .from(suspensionProposal)
    .innerJoin(code, eq(code.id, suspensionProposal.codeId))
    .innerJoin(site, eq(site.id, code.siteId))
}

export function readProposal(db: Database, id: string): Promise<ProposalItem | null> {
  return firstOf(itemsOf(db).where(eq(suspensionProposal.id, id)).limit(1))
}

/** Proposals within a place, newest first. */
export function listProposals(
  db: Database,
  asked: {
    readonly bounds: Bounds
    readonly state: ProposalRow['state'] | null
    readonly after: { readonly proposedAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<ProposalItem[]> {
  const { bounds, state, after, limit } = asked
  const { proposedAt, id } = suspensionProposal
  return itemsOf(db)
    .where(
      and(
        liesWithin(suspensionProposal, bounds),
        state === null ? undefined : eq(suspensionProposal.state, state),
        isBefore(suspensionProposal, ['proposedAt', 'id'], after),
      ),
    )
    .orderBy(desc(proposedAt), desc(id))
    .limit(limit)
}

export const insertProposal = insertOf(suspensionProposal)

/** The markets in which a suspension of a code is proposed and waits: one each at most. */
export async function listOpenProposalMarkets(db: Database, codeId: string): Promise<string[]> {
  const rows = await db
    .select({ market: suspensionProposal.market })
    .from(suspensionProposal)
    .where(and(eq(suspensionProposal.codeId, codeId), eq(suspensionProposal.state, 'open')))
    .limit(MOST_MARKETS)
  return rows.map(({ market }) => market)
}

/** One more, unless another of the code and market waits: that one stands. */
export function insertProposalUnlessOpen(db: Database, row: ProposalRow): Statement {
  return db.insert(suspensionProposal).values(row).onConflictDoNothing()
}

/** Writes what became of a proposal; fails with the whole batch where somebody decided it already. */
export function settleProposal(
  db: Database,
  {
    id,
    ...set
  }: Pick<ProposalRow, 'id' | 'state' | 'decidedAt' | 'decidedBy' | 'refusal' | 'eventId'>,
): Statement[] {
  return [
    guardStatement(db, proposalIsOpen(id)),
    db.update(suspensionProposal).set(set).where(eq(suspensionProposal.id, id)),
  ]
}

export const proposalIsOpen = standsWith(suspensionProposal, { state: 'open' })
