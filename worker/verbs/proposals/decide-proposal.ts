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
import type { Permission, Target } from '../../domain/access/permissions.ts'
import { PROPOSAL_CONFIRMATION, PROPOSAL_REFUSAL } from '../../resources/proposal.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { decideCode } from '../codes/decide-code.ts'
import { showCode } from '../codes/show-code.ts'
import { actorText, type VerbContext } from '../context.ts'
import { decodeCursor, pageOf, wholeKey } from '../documents/list-cursor.ts'
import { boundsOf, mayDo, requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'

type Asked = {
  readonly ctx: VerbContext
  readonly input: { readonly id: string; readonly texts: Texts }
}

/** One the actor may do it to; any other is simply not there. */
export async function openProposal(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  id: string,
  to: Permission,
): Promise<{ readonly row: ProposalItem; readonly target: Target }> {
  requireAny(ctx, to)
  const row = await readProposal(ctx.db, id)
  const target = row === null ? null : targetOfProposal(row)
  if (row === null || target === null || !mayDo(ctx.actor, to, target)) throw notFound(W.noun)
  return { row, target }
}

function targetOfProposal(row: Pick<ProposalRow, 'provinceCode' | 'communeCode'>): Target {
  const { provinceCode, communeCode } = row
  return { organisationId: null, place: { provinceCode, communeCode } }
}

/** Confirms a proposal: that is the suspension itself, decided as any other. */
export async function confirmProposal({ ctx, input }: Asked): Promise<{ code: string }> {
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
export async function refuseProposal({ ctx, input }: Asked): Promise<{ id: string }> {
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
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  asked: {
    readonly state: ProposalRow['state'] | null
    readonly cursor: string | null
    readonly limit: number
  },
): Promise<{ readonly rows: readonly ProposalItem[]; readonly nextCursor: string | null }> {
  const { state, cursor, limit } = asked
  const bounds = boundsOf(ctx, 'codes.propose')
  const [proposedAt = '', id = ''] = cursor === null ? [] : decodeCursor(cursor, 2)
  const after = cursor === null ? null : { proposedAt: wholeKey(proposedAt), id }
  const rows = await listProposals(ctx.db, { bounds, state, after, limit: limit + 1 })
  return pageOf(rows, { limit, keysOf: (row) => [String(row.proposedAt), row.id] })
}
