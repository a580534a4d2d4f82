import { insertProposalUnlessOpen, listOpenProposalMarkets } from '../../../db/queries/proposals.ts'
import { showCode } from '../codes/show-code.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import type { Minutes, Written } from './minutes.ts'

/**
 * Proposes that the code be suspended in every market it is active in; an officer confirms each in one
 * step. Where somebody proposed it already theirs stands.
 */
export async function proposalStatements(
  ctx: VerbContext,
  { record, site, row }: Minutes,
): Promise<Written> {
  const { proposal } = record.body
  const { code, codeId } = site
  if (!proposal || code === null || codeId === null) return { statements: [], audit: [] }
  requirePermission(ctx, 'codes.propose', site.target)
  const [{ today }, waiting] = await Promise.all([
    showCode(ctx, code),
    listOpenProposalMarkets(ctx.db, codeId),
  ])
  const markets = today
    .filter(({ status, market }) => status === 'active' && !waiting.includes(market))
    .map(({ market }) => market)
  const { reasonCode } = proposal
  const reason = proposal.reason.trim()
  return {
    audit: markets.map((market) => ({
      action: 'proposal.add',
      entityId: codeId,
      reason,
      after: { code, market, reasonCode },
    })),
    statements: markets.map((market) =>
      insertProposalUnlessOpen(ctx.db, {
        ...{ id: ctx.newId(), codeId, market, caseId: null, inspectionId: row.id },
        ...{ reasonCode, reason },
        ...{ provinceCode: row.provinceCode, communeCode: row.communeCode },
        ...{ proposedAt: row.receivedAt, proposedBy: row.actor, authorityId: row.authorityId },
        ...{ state: 'open', decidedAt: null, decidedBy: null, refusal: null, eventId: null },
      }),
    ),
  }
}
