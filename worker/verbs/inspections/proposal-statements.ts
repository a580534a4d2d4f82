import { insertProposalUnlessOpen } from '../../../db/queries/proposals.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { showCode } from '../codes/show-code.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import type { Minutes } from './minutes.ts'

/**
 * Proposes that the code be suspended in every market it is active in; an officer confirms each in one
 * step. Where somebody proposed it already theirs stands.
 */
export async function proposalStatements(
  ctx: VerbContext,
  { record, site, row }: Minutes,
): Promise<{ readonly statements: readonly Statement[]; readonly markets: readonly string[] }> {
  const { proposal } = record.body
  const { code, codeId } = site
  if (!proposal || code === null || codeId === null) return { statements: [], markets: [] }
  requirePermission(ctx, 'codes.propose', site.target)
  const { today } = await showCode(ctx, code)
  const markets = today.filter(({ status }) => status === 'active').map(({ market }) => market)
  return {
    markets,
    statements: markets.map((market) =>
      insertProposalUnlessOpen(ctx.db, {
        ...{ id: ctx.newId(), codeId, market, caseId: null },
        ...{ reasonCode: proposal.reasonCode, reason: proposal.reason.trim() },
        ...{ provinceCode: row.provinceCode, communeCode: row.communeCode },
        ...{ proposedAt: row.receivedAt, proposedBy: row.actor, authorityId: row.authorityId },
        ...{ state: 'open', decidedAt: null, decidedBy: null, refusal: null, eventId: null },
      }),
    ),
  }
}
