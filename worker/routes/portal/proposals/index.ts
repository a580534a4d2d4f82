import type { ProposalItem } from '../../../../db/queries/proposals.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { DECISION_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { PROPOSAL_STATE_NAMES, PROPOSALS_COPY as W } from '../../../copy/portal/proposals.ts'
import { isDecisionReason } from '../../../domain/codes/decision-reasons.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import { PROPOSAL, PROPOSAL_CONFIRMATION, PROPOSAL_REFUSAL } from '../../../resources/proposal.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import {
  confirmProposal,
  openProposal,
  readProposals,
  refuseProposal,
} from '../../../verbs/proposals/decide-proposal.ts'
import {
  openProposable,
  proposableMarkets,
  proposeSuspension,
} from '../../../verbs/proposals/propose-suspension.ts'
import { casePath } from '../cases/case-path.ts'
import { inspectionPath } from '../inspections/inspection-path.ts'
import { codePath } from '../path-in.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'

const PATH = '/portal/proposals'
const STATES = ['open', 'confirmed', 'refused'] as const
const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`

/** Proposed suspensions: listed, made, confirmed in one step, refused. */
export const proposalRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'codes.propose', handle: showList },
  ...recordForm({
    path: `${PATH}/new/:code`,
    may: 'codes.propose',
    load: ({ ctx, param }) => openProposable(ctx, param('code')),
    values: (shown, { c }) => ({
      market: proposableMarkets(shown, 'vi')[0]?.value ?? '',
      caseId: c.req.query('case') ?? '',
    }),
    back: ({ code: { code } }) => codePath(code),
    once: ({ ctx, texts }, { code: { code } }) =>
      proposeSuspension({ ctx, input: { code, texts } }),
    done: () => `${PATH}?done=created`,
    page: ({ lang }, { loaded: shown }) => ({
      title: fill(W.newTitle[lang], { code: shown.code.code }),
      facts: [{ label: W.code[lang], text: `${shown.code.code} · ${shown.code.siteName}` }],
      note: W.newNote[lang],
      save: W.propose[lang],
      hidden: ['caseId'],
      inputs: formInputs(PROPOSAL, { lang, choices: { market: proposableMarkets(shown, lang) } }),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/confirm`,
    may: 'codes.decide',
    load: ({ ctx, param }) => openProposal(ctx, param('id'), 'codes.decide'),
    values: (_, { ctx }) => ({ effectiveOn: vietnamDateOf(ctx.now()) }),
    asks: PROPOSAL_CONFIRMATION,
    back: PATH,
    act: ({ ctx, texts }, { row: { id } }) => confirmProposal({ ctx, input: { id, texts } }),
    tells: true,
    done: 'confirmed',
    page: ({ lang }, { loaded: { row } }) => ({
      title: fill(W.decideTitle[lang], { code: row.code, market: marketName(row.market, lang) }),
      facts: factsOf(row, lang),
      note: W.decideNote[lang],
      save: W.confirm[lang],
      sections: [
        {
          id: 'other',
          title: W.refuse[lang],
          links: [
            { href: `${pathOf(row.id)}/refuse`, text: W.refuse[lang] },
            ...(row.inspectionId === null
              ? []
              : [{ href: inspectionPath(row.inspectionId), text: W.minutes[lang] }]),
          ],
        },
      ],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/refuse`,
    may: 'codes.decide',
    load: (portal) => openProposal(portal.ctx, portal.param('id'), 'codes.decide'),
    asks: PROPOSAL_REFUSAL,
    once: ({ ctx, texts }, { row: { id } }) => refuseProposal({ ctx, input: { id, texts } }),
    back: ({ row }) => `${pathOf(row.id)}/confirm`,
    done: () => `${PATH}?done=refused`,
    page: ({ lang }, { loaded: { row } }) => ({
      title: fill(W.refuseTitle[lang], { code: row.code }),
      facts: factsOf(row, lang),
      save: W.refuse[lang],
    }),
  }),
]

/** Where it is said why: the minutes it came of, or a case. */
function whyOf({ inspectionId, caseId }: ProposalItem): string | undefined {
  if (inspectionId !== null) return inspectionPath(inspectionId)
  return caseId === null ? undefined : casePath(caseId)
}

function factsOf(row: ProposalItem, lang: Language) {
  return [
    { label: W.code[lang], text: `${row.code} · ${row.siteName}` },
    { label: W.market[lang], text: marketName(row.market, lang) },
    { label: W.reason[lang], text: reasonOf(row, lang) },
    { label: W.details[lang], text: row.reason },
    { label: W.by[lang], text: row.proposedByName },
    { label: W.on[lang], text: formatOn(vietnamDateOf(row.proposedAt), lang) },
  ]
}

const reasonOf = ({ reasonCode }: ProposalItem, lang: Language) =>
  isDecisionReason(reasonCode) ? DECISION_REASON_NAMES[reasonCode][lang] : reasonCode

/** `GET /portal/proposals?state=&cursor=`. */
async function showList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = STATES.find((each) => each === c.req.query('state')) ?? null
  const mayDecide = mayAny(ctx.actor, 'codes.decide')
  const { created, confirmed, refused } = W
  return showListPage(portal, await readProposals(ctx, { state, ...pageAsked(portal) }), {
    words: W,
    columns: [
      column(W.code, ({ id, code, siteName, state: now }) => ({
        text: code,
        href: now === 'open' && mayDecide ? `${pathOf(id)}/confirm` : codePath(code),
        code: true,
        small: siteName,
      })),
      column(W.market, ({ market }) => marketName(market, lang)),
      column(W.reason, (row) => ({
        text: reasonOf(row, lang),
        small: row.reason,
        href: whyOf(row),
      })),
      column(W.by, ({ proposedByName, proposedAt }) => ({
        text: proposedByName ?? '',
        small: formatOn(vietnamDateOf(proposedAt), lang),
      })),
      column(W.state, (row) => ({ text: PROPOSAL_STATE_NAMES[row.state], small: row.refusal })),
    ],
    done: { created, confirmed, refused },
    filters: [
      { href: PATH, text: W.all, current: state === null },
      ...chipsOf(STATES, { path: PATH, names: PROPOSAL_STATE_NAMES, now: state }),
    ],
    at: { path: PATH, kept: ['state'] },
  })
}
