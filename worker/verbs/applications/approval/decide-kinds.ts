import { FIELD_FAULTS } from '../../../copy/field-faults.ts'
import { APPLICATION_KIND_NAMES } from '../../../copy/portal/application-names.ts'
import { REISSUE_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { GRANT_PROBLEMS } from '../../../copy/portal/grant.ts'
import { APPLICATION_REFUSALS as R } from '../../../copy/refusals/applications.ts'
import type { ApplicationKind } from '../../../domain/applications/kinds.ts'
import type { ReissueReason } from '../../../domain/codes/reissue-reasons.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { type CalendarDate, toCalendarDate } from '../../../lib/time/calendar-date.ts'
import type { APPROVAL } from '../../../resources/application.ts'
import type { ValuesOf } from '../../../resources/resource.ts'
import { grantSite } from '../../codes/grant-code.ts'
import type { VerbContext } from '../../context.ts'
import { invalidField } from '../../guard/parse-input.ts'
import type { Texts } from '../../records/save-record.ts'
import type { OpenedApplication } from '../open-application.ts'
import type { ApprovalChoices } from './approval-choices.ts'
import { keptCode, termPiece } from './code-pieces.ts'
import { type ChosenMarket, grantPiece } from './grant-piece.ts'
import type { ApprovedCode, Piece } from './piece.ts'
import { factsPiece, type HolderPiece, holderPiece, householdsPiece } from './site-pieces.ts'

/** What an approval writes, what is to be asked first, and the codes that it leads to. */
export type Decided = {
  readonly pieces: readonly Piece[]
  /** What somebody must mean before it is written. */
  readonly asked: readonly LocalText[]
  readonly codes: readonly ApprovedCode[]
  /** Whose the codes are from now on, where that is somebody else. */
  readonly holderId?: string
}

type Asked = {
  readonly opened: OpenedApplication
  readonly choices: ApprovalChoices
  readonly fields: ValuesOf<typeof APPROVAL.fields>
  readonly texts: Texts
}

type Decide = (ctx: VerbContext, asked: Asked) => Promise<Decided>

/** What each kind of application leads to; nothing of it is left to a default. */
export const DECIDE: Readonly<Record<ApplicationKind, Decide>> = {
  new: async (ctx, asked) => {
    const granted = await grant(ctx, asked, { mustGrant: true })
    return { ...granted, pieces: [...granted.pieces, await factsPiece(ctx, asked.opened)] }
  },
  reissue: async (ctx, asked) => {
    if (asked.fields.reasonKind === null) throw invalidField('reasonKind', FIELD_FAULTS.missing)
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
  const left = markets.find(({ market }) => chosen.every((each) => each.market !== market))
  // The old code ends as a whole: a market without a new one would be left without any.
  if (old !== null && chosen.length > 0 && left !== undefined) {
    throw invalidField(`code.${left.market}`, R.codeForEach)
  }
  if (chosen.length === 0) {
    if (how.mustGrant || old === null) {
      const text = markets.length === 0 ? R.noOpenMarket : GRANT_PROBLEMS.noMarket
      throw invalidField(firstCodeField(choices), text)
    }
    return { pieces: [], asked: [], codes: [keptCode(ctx, old)] }
  }
  const site = await grantSite(ctx, row.siteId)
  const why = fields.reasonKind ?? REISSUED_FOR[row.kind]
  const words = row.answers['changeReason'] ?? ''
  const { piece, warnings } = await grantPiece(ctx, {
    ...{ site, chosen, old },
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
  if (validTo === null) throw invalidField('validTo', FIELD_FAULTS.missing)
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
    const typed = texts[`status.${market}`] ?? status
    if (typed !== 'active' && typed !== 'pending_foreign_approval') {
      throw invalidField(`status.${market}`, FIELD_FAULTS.notAChoice)
    }
    return [{ market, code, status: typed }]
  })
}

/** Where a refusal of the codes as a whole is told. */
export function firstCodeField({ markets }: ApprovalChoices): string {
  const [first] = markets
  return first === undefined ? 'issuedOn' : `code.${first.market}`
}

function dayOf(text: string): CalendarDate {
  const day = toCalendarDate(text)
  if (day === null) throw new Error(`${text} is no day`)
  return day
}
