import { siteIsApplicants } from '../../../db/queries/applications.ts'
import { readRecipients } from '../../../db/queries/code-portal.ts'
import { readHouseholds } from '../../../db/queries/sites-households.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { APPLICATION_MESSAGES as M } from '../../copy/portal/application-messages.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import { APPROVAL } from '../../resources/application.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile, needsConfirmation } from '../guard/refusals.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import type { Texts } from '../records/save-record.ts'
import { knowApplication } from './application-facts.ts'
import { messagesOfStep } from './application-message.ts'
import { approvalChoices } from './approval/approval-choices.ts'
import { certificatePiece } from './approval/code-pieces.ts'
import { DECIDE, type Decided, firstCodeField } from './approval/decide-kinds.ts'
import { joined } from './approval/piece.ts'
import { type OpenedApplication, openApplication } from './open-application.ts'
import { doneAlready, requireStep, stepChange } from './step-change.ts'

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
    guards: [
      ...step.guards,
      { holds: siteIsApplicants(row), refusal: editedMeanwhile },
      ...all.guards,
    ],
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
