import { siteIsApplicants } from '../../../db/queries/applications.ts'
import { actionsAreAccepted } from '../../../db/queries/findings.ts'
import {
  type ForeignRequestRow,
  insertForeignRequests,
} from '../../../db/queries/ministry-lists.ts'
import { readHouseholds } from '../../../db/queries/sites-households.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { APPLICATION_MESSAGES as M } from '../../copy/portal/application-messages.ts'
import { APPLICATION_RULES_COPY as RULES } from '../../copy/portal/application-rules.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import { asksText, differencesText } from '../../domain/applications/ask-text.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { APPROVAL } from '../../resources/application.ts'
import { inputOf } from '../../resources/resource.ts'
import { change, doneAlready, type Guard } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile, needsConfirmation } from '../guard/refusals.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import { requireSeen } from '../records/filled.ts'
import type { Texts } from '../records/save-record.ts'
import { type KnownApplication, knowApplication } from './application-facts.ts'
import { messagesOfStep } from './application-message.ts'
import { approvalChoices } from './approval/approval-choices.ts'
import { certificatePiece } from './approval/code-pieces.ts'
import { DECIDE, type Decided, firstCodeField } from './approval/decide-kinds.ts'
import { joined } from './approval/piece.ts'
import { type OpenedApplication, openApplication } from './open-application.ts'
import { requireStep, stepChange } from './step-change.ts'

type Given = {
  readonly texts: Texts
  /** Codes of questions that were answered with yes. */
  readonly confirmed: readonly string[]
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
}: Call<Given & { readonly id: string }>): Promise<{ id: string; codes: readonly string[] }> {
  const { id, texts, confirmed } = input
  const opened = await openApplication(ctx, id, 'codes.grant')
  const { row, target } = opened
  const known = await knowApplication(ctx, opened)
  const waiver = String(texts['waiver'] ?? '').trim()
  const to = requireStep(opened, known, { step: 'approve', input: { waiver } })
  if (to === null) {
    const receipt = { id, codes: row.grantedCodes }
    return doneAlready(ctx, { may: 'codes.grant', target, receipt })
  }
  requireSeen(row, texts)
  const fields = parseInput(inputOf(APPROVAL), texts)
  const choices = await approvalChoices(ctx, opened, known)
  const decided = await DECIDE[row.kind](ctx, { opened, choices, fields, texts })
  requireConfirmed([...rulesToTell(known), ...decided.asked], confirmed)
  const codes = decided.codes.map(({ code }) => code)
  const certificates = await certificatePiece(ctx, decided.codes)
  const all = joined([...decided.pieces, certificates])
  const reason = fields.documentNo
  const step = stepChange(ctx, opened, {
    ...{ step: 'approve', to, day: fields.issuedOn },
    reason: fields.waiver === null ? reason : `${reason}: ${fields.waiver}`,
    set: { grantedCodes: codes },
  })
  const about = { step: 'approve' as const, reason, day: fields.issuedOn, dueOn: null }
  return change(ctx, {
    may: 'codes.grant',
    target,
    guards: [
      ...step.guards,
      { holds: siteIsApplicants(row), refusal: editedMeanwhile },
      ...acceptedStill(opened, waiver),
      ...all.guards,
    ],
    statements: [
      ...all.statements,
      ...step.statements,
      ...insertForeignRequests(ctx.db, requestsOf(ctx, opened, decided)),
    ],
    audit: [...all.audit, ...step.audit],
    touches: all.touches,
    tell: [
      ...all.tell,
      ...(await messagesOfStep(ctx, opened, about)),
      ...(await householdMessages(ctx, opened, decided)),
    ],
    taken: () => invalidField(firstCodeField(choices), R.codeTaken),
    receipt: { id, codes },
  })
}

/** The question that stands for all that is unusual. */
const UNUSUAL = 'unusual'

function requireConfirmed(unusual: readonly LocalText[], confirmed: readonly string[]): void {
  if (unusual.length === 0 || confirmed.includes(UNUSUAL)) return
  const text = inEach((lang) => unusual.map((each) => each[lang]).join(' '))
  throw needsConfirmation([{ code: UNUSUAL, text }])
}

/** What has to be put before authorities abroad, by code and market. */
function requestsOf(
  ctx: VerbContext,
  { row }: OpenedApplication,
  { codes }: Decided,
): readonly ForeignRequestRow[] {
  const { id: applicationId, provinceCode } = row
  return codes.flatMap(({ id: codeId, waitsIn }) =>
    [...new Set(waitsIn)].map((market) => ({
      ...{ id: ctx.newId(), codeId, market, applicationId, provinceCode },
      ...{ createdAt: ctx.now(), listId: null },
    })),
  )
}

/** What an officer is told of the rules of today before it is approved: what changed, what is doubtful. */
function rulesToTell({ faults, differences }: KnownApplication): readonly LocalText[] {
  const doubtful = faults.flatMap(({ ask }) => (ask.isDoubtful ? [ask] : []))
  return [
    ...(differences.length === 0
      ? []
      : [
          fillAll(RULES.differs, {
            what: inEach((lang) => differencesText(differences, lang)),
          }),
        ]),
    ...(doubtful.length === 0
      ? []
      : [fillAll(RULES.maybe, { what: inEach((lang) => asksText(doubtful, lang)) })]),
  ]
}

/** What was put right must be so still when it is written, unless it is approved without. */
function acceptedStill({ row }: OpenedApplication, waiver: string): readonly Guard[] {
  const { inspectionId, checkOutcome, state } = row
  const counts = state === 'field_checked' && checkOutcome === 'passed_with_actions'
  if (!counts || inspectionId === null || waiver !== '') return []
  return [{ holds: actionsAreAccepted(inspectionId), refusal: editedMeanwhile }]
}

/** What the holder hands on to the households, once there is a code to tell them of. */
async function householdMessages(
  ctx: VerbContext,
  { row, slot }: OpenedApplication,
  { codes, holderId = row.organisationId }: Decided,
): Promise<HolderMessage[]> {
  const code = codes[0]?.code
  if (slot !== 'growing_area' || code === undefined) return []
  const { totals } = await readHouseholds(ctx.db, { siteId: row.siteId, after: 0, limit: 1 })
  const values = { code, site: row.siteName, count: totals.count }
  return [
    {
      ...{ holderId, kind: 'application' },
      title: fillAll(M.households.title, values),
      body: fillAll(M.households.body, values),
      href: `/portal/codes/${encodeURIComponent(code)}/household-notice`,
    },
  ]
}
