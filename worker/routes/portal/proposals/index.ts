import type { ProposalItem } from '../../../../db/queries/proposals.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
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
import { doneOf } from '../done-of.ts'
import { inspectionPath } from '../inspections/inspection-path.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'

const PATH = '/portal/proposals'
const PAGE_SIZE = 50
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
    back: ({ code: { code } }) => `/portal/codes/${encodeURIComponent(code)}`,
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
function whyOf({ inspectionId, caseId }: ProposalItem): { readonly href?: string } {
  if (inspectionId !== null) return { href: inspectionPath(inspectionId) }
  return caseId === null ? {} : { href: casePath(caseId) }
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
  const cursor = c.req.query('cursor') ?? null
  const { rows, nextCursor } = await readProposals(ctx, { state, cursor, limit: PAGE_SIZE })
  const mayDecide = mayAny(ctx.actor, 'codes.decide')
  const { created, confirmed, refused } = W
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.code, W.market, W.reason, W.by, W.state].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, { lang, mayDecide })),
    done: doneOf(portal, { created, confirmed, refused }),
    filters: [
      { href: PATH, text: W.all[lang], current: state === null },
      ...STATES.map((each) => ({
        href: `${PATH}?state=${each}`,
        text: PROPOSAL_STATE_NAMES[each][lang],
        current: each === state,
      })),
    ],
    paging: pagingOf(c, { path: PATH, kept: ['state'], nextCursor }),
  })
}

function cellsOf(
  row: ProposalItem,
  { lang, mayDecide }: { readonly lang: Language; readonly mayDecide: boolean },
): TableCell[] {
  const { id, code, siteName, market, reason, proposedByName, proposedAt, state, refusal } = row
  const isOpen = state === 'open' && mayDecide
  const href = isOpen ? `${pathOf(id)}/confirm` : `/portal/codes/${encodeURIComponent(code)}`
  return [
    { text: code, href, code: true, small: siteName },
    { text: marketName(market, lang) },
    {
      text: reasonOf(row, lang),
      small: reason,
      ...whyOf(row),
    },
    { text: proposedByName ?? '', small: formatOn(vietnamDateOf(proposedAt), lang) },
    { text: PROPOSAL_STATE_NAMES[state][lang], small: refusal },
  ]
}
