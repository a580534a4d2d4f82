import { readRecipients } from '../../../db/queries/code-portal.ts'
import { readHouseholds } from '../../../db/queries/sites-households.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { APPLICATION_MESSAGES as M } from '../../copy/portal/application-messages.ts'
import { APPLICATION_KIND_NAMES } from '../../copy/portal/application-names.ts'
import { REISSUE_REASON_NAMES } from '../../copy/portal/decision.ts'
import { GRANT_PROBLEMS } from '../../copy/portal/grant.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import type { ApplicationKind } from '../../domain/applications/kinds.ts'
import type { ReissueReason } from '../../domain/codes/reissue-reasons.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { APPROVAL } from '../../resources/application.ts'
import { inputOf, type ValuesOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { grantSite } from '../codes/grant-code.ts'
import type { VerbContext } from '../context.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile, needsConfirmation } from '../guard/refusals.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import type { Texts } from '../records/save-record.ts'
import { knowApplication } from './application-facts.ts'
import { messagesOfStep } from './application-message.ts'
import { type ApprovalChoices, approvalChoices } from './approval/approval-choices.ts'
import { certificatePiece, keptCode, termPiece } from './approval/code-pieces.ts'
import { type ChosenMarket, grantPiece } from './approval/grant-piece.ts'
import { type ApprovedCode, joined, type Piece } from './approval/piece.ts'
import {
  factsPiece,
  type HolderPiece,
  holderPiece,
  householdsPiece,
} from './approval/site-pieces.ts'
import { type OpenedApplication, openApplication } from './open-application.ts'
import { doneAlready, requireStep, stepChange } from './step-change.ts'

type Given = {
  readonly texts: Texts
  /** Codes of questions that were answered with yes. */
  readonly confirmed: readonly string[]
}

type Decided = {
  readonly pieces: readonly Piece[]
  /** What somebody must mean before it is written. */
  readonly asked: readonly LocalText[]
  readonly codes: readonly ApprovedCode[]
  /** Whose the codes are from now on, where that is somebody else. */
  readonly holderId?: string
}

/**
 * Approves an application: codes, their certificates, what changes of the site, the notice to
 * households and the step itself are one atomic change. Of two officers one approves and the other is
 * told; asked a second time it answers what was granted. Throws `needs_confirmation` for what is
 * unusual, and refusals on the fields of the form.
 */
export async function approveApplication({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: Given & { readonly id: string }
}): Promise<{ id: string; codes: readonly string[] }> {
  const { id, texts, confirmed } = input
  const opened = await openApplication(ctx, id, 'codes.grant')
  const { row, target } = opened
  const known = await knowApplication(ctx, opened)
  const to = requireStep(opened, known, { step: 'approve', input: {} })
  if (to === null) {
    const done = { id, codes: row.grantedCodes }
    await doneAlready(ctx, opened, { may: 'codes.grant', receipt: done })
    return done
  }
  const { expected } = texts
  if (expected !== undefined && expected !== String(row.version)) throw editedMeanwhile()
  const fields = parseInput(inputOf(APPROVAL), texts)
  const choices = await approvalChoices(ctx, opened, known)
  const decided = await DECIDE[row.kind](ctx, { opened, choices, fields, texts })
  if (decided.asked.length > 0 && !confirmed.includes(UNUSUAL)) {
    const text = inEach((lang) => decided.asked.map((each) => each[lang]).join(' '))
    throw needsConfirmation([{ code: UNUSUAL, text }])
  }
  const codes = decided.codes.map(({ code }) => code)
  const certificates = await certificatePiece(ctx, decided.codes)
  const all = joined([...decided.pieces, certificates])
  const reason = fields.documentNo
  const step = stepChange(ctx, opened, {
    ...{ step: 'approve', to, day: fields.issuedOn, reason },
    set: { grantedCodes: codes },
  })
  const about = { step: 'approve' as const, reason, day: fields.issuedOn, dueOn: null }
  await change(ctx, {
    may: 'codes.grant',
    target,
    guards: [...step.guards, ...all.guards],
    statements: [...all.statements, ...step.statements],
    audit: [...all.audit, ...step.audit],
    touches: all.touches,
    tell: [
      ...all.tell,
      ...(await messagesOfStep(ctx, opened, about)),
      ...(await householdMessages(ctx, opened, decided)),
    ],
    taken: () => invalidInput([{ path: firstCodeField(choices), text: R.codeTaken }]),
    receipt: { id, codes },
  })
  return { id, codes }
}

/** The question that stands for all that is unusual. */
const UNUSUAL = 'unusual'

type Asked = {
  readonly opened: OpenedApplication
  readonly choices: ApprovalChoices
  readonly fields: ValuesOf<typeof APPROVAL.fields>
  readonly texts: Texts
}

type Decide = (ctx: VerbContext, asked: Asked) => Promise<Decided>

/** What each kind of application leads to; nothing of it is left to a default. */
const DECIDE: Readonly<Record<ApplicationKind, Decide>> = {
  new: async (ctx, asked) => {
    const granted = await grant(ctx, asked, { mustGrant: true })
    return { ...granted, pieces: [...granted.pieces, await factsPiece(ctx, asked.opened)] }
  },
  reissue: async (ctx, asked) => {
    if (asked.fields.reasonKind === null) {
      throw invalidInput([{ path: 'reasonKind', text: FIELD_FAULTS.missing }])
    }
    const granted = await grant(ctx, asked, { mustGrant: true })
    return { ...granted, pieces: [...granted.pieces, await factsPiece(ctx, asked.opened)] }
  },
  renewal: renew,
  change_holder: async (ctx, asked) => {
    const moved = await holderPiece(ctx, asked.opened)
    const granted = await grant(ctx, asked, { mustGrant: true, moved })
    const asking = moved.question === null ? [] : [moved.question]
    return {
      codes: granted.codes,
      holderId: moved.holder.id,
      pieces: [moved.piece, ...granted.pieces],
      asked: [...asking, ...granted.asked],
    }
  },
  change_area: async (ctx, asked) => {
    const granted = await grant(ctx, asked, { mustGrant: false })
    return { ...granted, pieces: [...granted.pieces, await factsPiece(ctx, asked.opened)] }
  },
  change_households: async (ctx, asked) => {
    const granted = await grant(ctx, asked, { mustGrant: false })
    return { ...granted, pieces: [...granted.pieces, await householdsPiece(ctx, asked.opened)] }
  },
}

const REISSUED_FOR: Partial<Record<ApplicationKind, ReissueReason>> = {
  change_holder: 'owner',
  change_area: 'area',
  change_households: 'households',
}

/** The codes that were typed; none of them where the old one may go on. */
async function grant(
  ctx: VerbContext,
  { opened, choices, fields, texts }: Asked,
  how: { readonly mustGrant: boolean; readonly moved?: HolderPiece },
): Promise<Decided> {
  const { row, number } = opened
  const { old, markets } = choices
  const chosen = chosenMarkets(choices, texts)
  if (chosen.length === 0) {
    if (how.mustGrant || old === null) {
      const text = markets.length === 0 ? R.noOpenMarket : GRANT_PROBLEMS.noMarket
      throw invalidInput([{ path: firstCodeField(choices), text }])
    }
    return { pieces: [], asked: [], codes: [keptCode(ctx, old)] }
  }
  const site = await grantSite(ctx, row.siteId)
  const why = fields.reasonKind ?? REISSUED_FOR[row.kind]
  const words = row.answers['changeReason'] ?? ''
  const { piece, warnings } = await grantPiece(ctx, {
    ...{ site, chosen, old, number },
    issuedOn: dayOf(fields.issuedOn),
    documentNo: fields.documentNo,
    validTo: fields.validTo === null ? null : dayOf(fields.validTo),
    oldEndsOn: fields.oldEndsOn === null ? null : dayOf(fields.oldEndsOn),
    reason: why === undefined ? number : `${REISSUE_REASON_NAMES[why].vi}: ${words} (${number})`,
    holderId: how.moved?.holder.id ?? row.organisationId,
  })
  return { pieces: [piece], asked: warnings, codes: piece.codes ?? [] }
}

/** A renewal keeps the code and gives it a new last day. */
async function renew(ctx: VerbContext, { opened, choices, fields }: Asked): Promise<Decided> {
  const { old } = choices
  if (old === null) throw new Error(`application ${opened.number} is about no code`)
  const { validTo, documentNo } = fields
  if (validTo === null) throw invalidInput([{ path: 'validTo', text: FIELD_FAULTS.missing }])
  const reason = `${APPLICATION_KIND_NAMES.renewal.vi} (${opened.number})`
  const piece = await termPiece(ctx, { old, validTo: dayOf(validTo), documentNo, reason })
  return {
    pieces: [piece, await factsPiece(ctx, opened)],
    asked: [],
    codes: [keptCode(ctx, old)],
  }
}

function chosenMarkets({ markets }: ApprovalChoices, texts: Texts): ChosenMarket[] {
  return markets.flatMap(({ market, status }) => {
    const code = String(texts[`code.${market}`] ?? '').trim()
    if (code === '') return []
    const typed = texts[`status.${market}`]
    const isActive =
      typed === 'active' || (typed !== 'pending_foreign_approval' && status === 'active')
    return [{ market, code, status: isActive ? 'active' : 'pending_foreign_approval' }]
  })
}

function firstCodeField({ markets }: ApprovalChoices): string {
  const [first] = markets
  return first === undefined ? 'issuedOn' : `code.${first.market}`
}

function dayOf(text: string): CalendarDate {
  const day = toCalendarDate(text)
  if (day === null) throw new Error(`${text} is no day`)
  return day
}

/** What the holder hands on to the households, once there is a code to tell them of. */
async function householdMessages(
  ctx: VerbContext,
  { row, slot }: OpenedApplication,
  { codes, holderId = row.organisationId }: Decided,
): Promise<HolderMessage[]> {
  const code = codes[0]?.code
  if (slot !== 'growing_area' || code === undefined) return []
  const [{ totals }, recipients] = await Promise.all([
    readHouseholds(ctx.db, { siteId: row.siteId, after: 0, limit: 1 }),
    readRecipients(ctx.db, [holderId]),
  ])
  const values = { code, site: row.siteName, count: totals.count }
  return [...recipients.values()].map((each) => ({
    recipients: each,
    kind: 'application',
    title: fillAll(M.households.title, values),
    body: fillAll(M.households.body, values),
    href: `/portal/codes/${encodeURIComponent(code)}/household-notice`,
  }))
}
