import {
  listProposals,
  type ProposalItem,
  type ProposalRow,
  proposalIsOpen,
  readProposal,
  settleProposal,
} from '../../../db/queries/proposals.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { PROPOSALS_COPY as W } from '../../copy/portal/proposals.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import { PROPOSAL_CONFIRMATION, PROPOSAL_REFUSAL } from '../../resources/proposal.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { decideCode } from '../codes/decide-code.ts'
import { showCode } from '../codes/show-code.ts'
import { targetOfPlace } from '../codes/target-of.ts'
import { actorText, type Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'
import { opener } from '../guard/opener.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'

/** One the actor may do it to; any other is simply not there. */
export const openProposal = opener({ read: readProposal, target: targetOfPlace, noun: W.noun })

/** Confirms a proposal: that is the suspension itself, decided as any other. */
export async function confirmProposal({ ctx, input }: Filled): Promise<{ code: string }> {
  const { row, target } = await openProposal(ctx, input.id, 'codes.decide')
  const given = parseInput(inputOf(PROPOSAL_CONFIRMATION), input.texts)
  // Sent twice it is done once.
  const isTheirs = row.state === 'confirmed' && row.decidedBy === actorText(ctx.actor)
  if (isTheirs) return { code: row.code }
  if (row.state !== 'open') throw conflict(R.proposalDecided)
  const { code, market, reasonCode, reason } = row
  const seen = (await showCode(ctx, code)).today.find((each) => each.market === market)
  const settled = (eventId: string) =>
    settleProposal(ctx.db, {
      ...{ id: row.id, state: 'confirmed', refusal: null, eventId },
      ...{ decidedAt: ctx.now(), decidedBy: actorText(ctx.actor) },
    })
  const form = {
    ...{ code, market, status: 'suspended', reasonCode, reason, ...given },
    ...{ wordingVi: '', wordingEn: '', wordingZh: '', amends: null, confirm: true },
    expectedLastEventId: seen?.lastEventId ?? null,
  }
  const { recorded, eventId } = await decideCode({ ctx, form, also: settled })
  // Somebody has decided the very same already: the proposal is answered by that.
  if (!recorded) {
    await change(ctx, {
      may: 'codes.decide',
      target,
      statements: settled(eventId),
      audit: [],
      otherwise: () => conflict(R.proposalDecided),
    })
  }
  return { code }
}

/** Refuses a proposal; the authority it came from is told why. */
export async function refuseProposal({ ctx, input }: Filled): Promise<{ id: string }> {
  const { row, target } = await openProposal(ctx, input.id, 'codes.decide')
  const { refusal } = parseInput(inputOf(PROPOSAL_REFUSAL), input.texts)
  const { id, code, codeId, market } = row
  const body = fillAll(W.refusedBody, {
    ...{ code, reason: refusal },
    market: inEach((lang) => marketName(market, lang)),
  })
  return change(ctx, {
    may: 'codes.decide',
    target,
    guards: [{ holds: proposalIsOpen(id), refusal: () => conflict(R.proposalDecided) }],
    statements: settleProposal(ctx.db, {
      ...{ id, state: 'refused', refusal, eventId: null },
      ...{ decidedAt: ctx.now(), decidedBy: actorText(ctx.actor) },
    }),
    audit: {
      action: 'proposal.refuse',
      entityId: codeId,
      after: { code, market },
      reason: refusal,
    },
    tell:
      row.authorityId === null
        ? []
        : [
            {
              organisationId: row.authorityId,
              ...{ kind: 'case', title: W.refused, body, href: '/portal/proposals' },
            },
          ],
    receipt: { id },
  })
}

/** Proposals in the actor's place, newest first. */
export async function readProposals(
  ctx: Reading,
  asked: PageAsked & { readonly state: ProposalRow['state'] | null },
): Promise<Page<ProposalItem>> {
  const bounds = boundsOf(ctx, 'codes.propose')
  return listPage(asked, { proposedAt: 'whole', id: 'text' }, (page) =>
    listProposals(ctx.db, { bounds, state: asked.state, ...page }),
  )
}
