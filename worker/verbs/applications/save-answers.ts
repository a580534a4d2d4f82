import { applicationIs, updateApplication } from '../../../db/queries/applications.ts'
import { readSiteLists } from '../../../db/queries/sites-rows.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { MARKETS } from '../../copy/markets.ts'
import { APPLICATION_STATE_NAMES } from '../../copy/portal/application-names.ts'
import { APPLICATION_RULES_COPY } from '../../copy/portal/application-rules.ts'
import { APPLICATIONS_COPY as W } from '../../copy/portal/applications.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import { FORM_PARTS, type FormPart, partsOf } from '../../domain/applications/kinds.ts'
import { applicationPart } from '../../resources/application.ts'
import { difference, inputOf, textsOf } from '../../resources/resource.ts'
import { change, doneAlready } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict, editedMeanwhile, notFound } from '../guard/refusals.ts'
import { requireSeen } from '../records/filled.ts'
import type { Texts } from '../records/save-record.ts'
import { knowApplication, linesOf } from './application-facts.ts'
import { readNewHouseholds } from './new-households.ts'
import { type OpenedApplication, openApplication } from './open-application.ts'
import { sealAnswers } from './sealed-answers.ts'

/** An application that is being filled in, with the part of its form that is asked for. */
export async function openPart(
  ctx: Pick<VerbContext, 'db' | 'actor' | 'kek'>,
  asked: { readonly id: string; readonly part: string },
): Promise<OpenedApplication & { readonly part: FormPart }> {
  const opened = await openApplication(ctx, asked.id, 'applications.write')
  requireFilling(opened)
  const part = FORM_PARTS.find((each) => each === asked.part)
  if (part === undefined || !partsOf(opened.row.kind, opened.slot).includes(part)) {
    throw notFound(W.noun)
  }
  return { ...opened, part }
}

/** Throws `conflict` for one that an office has: it is changed by a supplement alone. */
export function requireFilling({ row }: OpenedApplication): void {
  if (row.state === 'draft' || row.state === 'supplement_requested') return
  throw conflict(fillAll(R.notFilling, { state: APPLICATION_STATE_NAMES[row.state] }))
}

/** Keeps a part of the form as far as it is answered; each is saved by itself and can be left. */
export async function saveAnswers({
  ctx,
  input,
}: Call<{ readonly id: string; readonly part: string; readonly texts: Texts }>): Promise<{
  id: string
}> {
  const opened = await openPart(ctx, input)
  const { row, target, part } = opened
  const described = applicationPart(part, { id: row.siteKindId, labelSlot: opened.slot })
  const values = parseInput(inputOf(described), input.texts)
  await checkPart(ctx, { opened, values })
  const answers = { ...row.answers, ...textsOf(described, values) }
  const sealed = await sealAnswers(ctx.kek, answers)
  const before = parseInput(inputOf(described), row.answers)
  const changed = difference(described, { before, after: values })
  if (Object.keys(changed.after).length === 0) {
    return doneAlready(ctx, { may: 'applications.write', target, receipt: { id: row.id } })
  }
  // After reading: a slip in a field says nothing of what others did.
  requireSeen(row, input.texts)
  return change(ctx, {
    may: 'applications.write',
    target,
    guards: [{ holds: applicationIs(row), refusal: editedMeanwhile }],
    statements: [updateApplication(ctx.db, { id: row.id, set: { answers: sealed } })],
    audit: { action: 'application.save', entityId: row.id, ...changed },
    receipt: { id: row.id },
  })
}

/** What a field cannot tell alone. */
async function checkPart(
  ctx: VerbContext,
  given: {
    readonly opened: OpenedApplication & { readonly part: FormPart }
    readonly values: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  const { opened, values } = given
  const { row, part } = opened
  if (part === 'goods') {
    const { crops } = await readSiteLists(ctx.db, row.siteId)
    const known = new Set(crops.map(({ crop }) => crop))
    refuseOthers('crops', listOf(values['crops']), (crop) => known.has(crop))
    refuseOthers('markets', listOf(values['markets']), (market) => Object.hasOwn(MARKETS, market))
  }
  if (part === 'rules') {
    const asked = new Set((await knowApplication(ctx, opened)).asks.map(({ id }) => id))
    if (!listOf(values['declared']).every((id) => asked.has(id))) {
      throw invalidField('declared', APPLICATION_RULES_COPY.changed)
    }
  }
  if (part === 'households') await readNewHouseholds(ctx, String(values['households'] ?? ''))
}

function refuseOthers(
  path: string,
  chosen: readonly string[],
  isKnown: (one: string) => boolean,
): void {
  if (!chosen.every(isKnown)) throw invalidField(path, FIELD_FAULTS.notAChoice)
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : linesOf(String(value ?? ''))
}
