import { insertProposal, type ProposalRow } from '../../../db/queries/proposals.ts'
import { marketName } from '../../copy/markets.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import { PROPOSAL } from '../../resources/proposal.ts'
import { inputOf } from '../../resources/resource.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { openCase } from '../cases/open-case.ts'
import { change } from '../change.ts'
import { type ShownCode, showCode } from '../codes/show-code.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'

/** A code that the actor may propose to suspend, with the markets it is active in. */
export async function openProposable(ctx: VerbContext, typed: string): Promise<ShownCode> {
  const shown = await showCode(ctx, typed)
  requirePermission(ctx, 'codes.propose', targetOf(shown.code))
  return shown
}

/** The markets a code could be suspended in, as choices. */
export function proposableMarkets({ today }: Pick<ShownCode, 'today'>, lang: 'vi' | 'en' | 'zh') {
  return today
    .filter(({ status }) => status === 'active')
    .map(({ market }) => ({ value: market, text: marketName(market, lang) }))
}

/** Proposes that a code be suspended in a market; nothing changes until an officer confirms. */
export async function proposeSuspension({
  ctx,
  input,
}: Call<{ readonly code: string; readonly texts: Texts }>): Promise<{ id: string }> {
  const shown = await openProposable(ctx, input.code)
  const { market, reasonCode, reason } = parseInput(inputOf(PROPOSAL), input.texts)
  if (shown.today.find((each) => each.market === market)?.status !== 'active') {
    throw invalidField('market', R.codeNotActive)
  }
  const { caseId: given } = input.texts
  const caseId =
    typeof given === 'string' && given !== ''
      ? (await openCase(ctx, given, 'cases.write')).row.id
      : null
  const { id: codeId, code, provinceCode, communeCode } = shown.code
  const row: ProposalRow = {
    ...{ id: ctx.newId(), codeId, market, reasonCode, reason, caseId, provinceCode, communeCode },
    inspectionId: null,
    ...{ proposedAt: ctx.now(), proposedBy: actorText(ctx.actor), state: 'open' },
    authorityId: authorityOf(ctx.actor),
    ...{ decidedAt: null, decidedBy: null, refusal: null, eventId: null },
  }
  return change(ctx, {
    may: 'codes.propose',
    target: targetOf(shown.code),
    statements: [insertProposal(ctx.db, row)],
    audit: {
      action: 'proposal.add',
      entityId: codeId,
      after: { code, market, reasonCode },
      reason,
    },
    taken: () => conflict(R.proposedAlready),
    receipt: { id: row.id },
  })
}
