import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { type InspectionRow, insertInspection } from '../../../db/queries/inspections.ts'
import type { OpenVisit } from '../../../db/queries/visits.ts'
import { fillAll } from '../../copy/fill.ts'
import { MINUTES_FAULTS as F } from '../../copy/inspection-faults.ts'
import { INSPECTION_OUTCOME_NAMES, INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import { inspectionDay } from '../../domain/inspections/inspection-day.ts'
import { type Judgement, judgeAnswers } from '../../domain/inspections/judge-answers.ts'
import { judgeMinutes } from '../../domain/inspections/judge-minutes.ts'
import { isDrawn } from '../../domain/inspections/signature.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { type Change, change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import type { FieldError } from '../errors.ts'
import { invalidInput } from '../guard/parse-input.ts'
import type { HolderMessage } from '../mail/tell-holder.ts'
import { photoMissing } from '../outbox/outbox-problems.ts'
import type { KnownPhoto, OutboxRecord } from '../outbox/outbox-record.ts'
import { type FoundForm, findForm } from './find-form.ts'
import { findSite, type InspectedSite } from './find-site.ts'
import { findingStatements } from './finding-statements.ts'
import { followUpStatements } from './follow-up-statements.ts'
import {
  type InspectionBody,
  photosOfInspection,
  rulesOfInspection,
} from './inspection-body-schema.ts'
import type { Minutes } from './minutes.ts'
import { proposalStatements } from './proposal-statements.ts'
import { readVisitOf, visitChange } from './visit-change.ts'

/** How often the visit is looked for anew where somebody changed it at the same moment. */
const ATTEMPTS = 3

/**
 * Stores the minutes of an inspection, once: what was found wrong, what an earlier one found and is mended
 * now, a suspension that is proposed and the visit of a plan that they fulfil come in the same batch. The
 * holder is told; nothing is refused because somebody was there already, or because of a visit. `also` is
 * written with them, or nothing is.
 */
export async function recordInspection(
  ctx: VerbContext,
  record: OutboxRecord<InspectionBody>,
  also: Also = {},
): Promise<'stored'> {
  const { body, photos } = record
  const there = new Set(photos.map(({ sha256 }) => sha256))
  if (!photosOfInspection(body).every((hash) => there.has(hash))) throw photoMissing()
  const form = await findForm(ctx, {
    versionId: body.formVersionId,
    rules: rulesOfInspection(body),
  })
  const site = await findSite(ctx, body)
  const judged = requireSound(record, { form, site })
  const minutes = { record, site, row: rowOf(ctx, { record, site, judged }) }
  for (let left = ATTEMPTS; ; left--) {
    const visit = left > 0 ? await readVisitOf(ctx, minutes) : null
    try {
      await writeMinutes(ctx, minutes, { visit, also })
      return 'stored'
    } catch (error) {
      if (visit === null || !isGuardRefusal(error)) throw error
    }
  }
}

type Also = Partial<Pick<Change, 'guards' | 'statements'>>

async function writeMinutes(
  ctx: VerbContext,
  given: Minutes,
  { visit, also }: { readonly visit: OpenVisit | null; readonly also: Also },
): Promise<void> {
  const { record, site } = given
  const row = visit === null ? given.row : { ...given.row, visitId: visit.id }
  const minutes = { ...given, row }
  const [followUps, proposals] = await Promise.all([
    followUpStatements(ctx, minutes),
    proposalStatements(ctx, minutes),
  ])
  const finished = visit === null ? null : visitChange(ctx, row, visit)
  const parts = [
    ...[findingStatements(ctx, minutes), followUps, proposals],
    ...(finished === null ? [] : [finished]),
  ]
  await change(ctx, {
    may: 'inspections.write',
    target: site.target,
    guards: [...(also.guards ?? []), ...(finished?.guards ?? [])],
    statements: [
      insertInspection(ctx.db, row),
      ...parts.flatMap(({ statements }) => statements),
      ...(also.statements ?? []),
    ],
    audit: [
      {
        action: 'inspection.add',
        entityId: row.id,
        after: {
          ...{ site: site.name, kind: row.kind, inspectedOn: row.inspectedOn },
          ...{ outcome: row.outcome, findings: record.body.findings.length },
        },
      },
      ...parts.flatMap(({ audit }) => audit),
    ],
    tell: [messageOf(minutes)],
    receipt: { id: row.id },
  })
}

/** Throws `invalid_input` naming each answer, finding and signature that does not do. */
function requireSound(
  { body, happenedOn: today }: OutboxRecord<InspectionBody>,
  { form, site }: { readonly form: FoundForm; readonly site: InspectedSite },
): Judgement {
  const { compiled } = form
  const { kind, answers, outcome, findings, inspector, holder } = body
  const errors: FieldError[] = []
  const { siteKind, kinds } = compiled.form
  if (siteKind !== site.slot || !kinds.includes(kind)) {
    errors.push({ path: 'formVersionId', text: W.otherForm })
  }
  const judged = judgeAnswers(compiled, { answers, kind, today })
  errors.push(...judged.faults.map(({ name, text }) => ({ path: `answers.${name}`, text })))
  errors.push(...judgeMinutes({ outcome, findings, called: judged.findings, today }))
  const isOnPaper = body.paper != null
  if (!isDrawn(inspector.signature) && !isOnPaper) {
    errors.push({ path: 'inspector.signature', text: F.noSignature })
  }
  const isUnsigned = !isDrawn(holder.signature ?? []) && !isOnPaper
  if (isUnsigned && (holder.whyUnsigned ?? '').trim() === '') {
    errors.push({ path: 'holder.signature', text: F.noWhyUnsigned })
  }
  if (body.proposal && site.codeId === null) errors.push({ path: 'code', text: W.noCode })
  if (errors.length > 0) throw invalidInput(errors)
  return judged
}

function rowOf(
  ctx: VerbContext,
  given: {
    readonly record: OutboxRecord<InspectionBody>
    readonly site: InspectedSite
    readonly judged: Judgement
  },
): Minutes['row'] {
  const { record, site, judged } = given
  const { id, body, happenedOn: saidOn, madeAt, clock, photos } = record
  const { inspector, holder, place } = body
  const receivedAt = ctx.now()
  const signed = holder.signature ?? []
  return {
    ...{ id, saidOn, madeAt, receivedAt, clockOffsetMs: clock?.offsetMs ?? null },
    ...inspectionDay({ saidOn, receivedAt, hasClock: clock !== null }),
    ...{ formVersionId: body.formVersionId, kind: body.kind, outcome: body.outcome },
    ...{ siteId: site.id, codeId: site.codeId, organisationId: site.organisationId },
    ...{ provinceCode: site.provinceCode, communeCode: site.communeCode },
    visitId: body.visitId ?? null,
    conclusion: textOrNull(body.conclusion),
    answers: judged.answers,
    rules: rulesOfInspection(body),
    inspectorName: inspector.name.trim(),
    inspectorPosition: textOrNull(inspector.position),
    inspectorSignature: inspector.signature,
    holderName: holder.name.trim(),
    holderPosition: textOrNull(holder.position),
    holderSignature: isDrawn(signed) ? signed : null,
    whyUnsigned: isDrawn(signed) ? null : textOrNull(holder.whyUnsigned),
    paperScans: body.paper?.scans ?? null,
    photos: photos.map(keptPhoto),
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    accuracyM: place?.accuracyM ?? null,
    actor: actorText(ctx.actor),
    authorityId: authorityOf(ctx.actor),
  }
}

function keptPhoto({ bytes: _, ...photo }: KnownPhoto): InspectionRow['photos'][number] {
  return photo
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed === '' ? null : trimmed
}

/** The holder has the minutes in the portal, with what is to be done until when. */
function messageOf({ site, row, record }: Minutes): HolderMessage {
  const body = fillAll(W.toldBody, {
    ...{ site: site.name, inspector: row.inspectorName, n: record.body.findings.length },
    outcome: INSPECTION_OUTCOME_NAMES[row.outcome],
  })
  const href = `/portal/inspections/${encodeURIComponent(row.id)}` as const
  return { holderId: site.organisationId, kind: 'finding', title: W.toldTitle, body, href }
}
