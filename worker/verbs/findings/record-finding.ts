import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import { caseIsOpen } from '../../../db/queries/cases.ts'
import { type FindingRow, insertFinding } from '../../../db/queries/findings.ts'
import { FINDINGS_COPY as W } from '../../copy/portal/findings.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import type { FindingSubject } from '../../domain/findings/kinds.ts'
import { FINDING, FINDING_SUBJECT } from '../../resources/finding.ts'
import { difference, inputOf } from '../../resources/resource.ts'
import { authorityOf, deskPlace } from '../cases/desk-place.ts'
import { openCase } from '../cases/open-case.ts'
import { subjectOf } from '../cases/subject-of.ts'
import { change } from '../change.ts'
import { actorText, type FileCall, type VerbContext } from '../context.ts'
import {
  evidenceAudit,
  evidenceStatements,
  keepEvidence,
  type PreparedEvidence,
  prepareAll,
} from '../evidence/evidence.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { HandedIn } from '../papers/accept-paper.ts'
import type { Texts } from '../records/save-record.ts'
import { targetOfFinding } from './open-finding.ts'

/** Puts down what an inspector found, with its photos: all of it or nothing. */
export async function recordFinding({
  ctx,
  files,
  input,
}: FileCall<{ readonly texts: Texts; readonly photos: readonly HandedIn[] }>): Promise<{
  id: string
}> {
  requireAny(ctx, 'findings.write')
  const { texts, photos } = input
  const given = parseInput(inputOf(FINDING), texts)
  const { aboutKind, aboutText } = parseInput(inputOf(FINDING_SUBJECT), texts)
  const about = await aboutOf(ctx, { kind: aboutKind, typed: aboutText })
  const caseId = await caseOf(ctx, texts['caseId'])
  const row: FindingRow = {
    ...given,
    ...deskPlace(ctx.actor, about.place),
    id: ctx.newId(),
    caseId,
    inspectionId: null,
    aboutKind,
    aboutId: about.entityId,
    shown: about.shown,
    organisationId: about.organisationId,
    authorityId: authorityOf(ctx.actor),
    foundBy: actorText(ctx.actor),
    state: 'open',
    ...{ toldAt: null, answer: null, answeredAt: null },
    ...{ outcome: null, followUp: null, closedAt: null },
    createdAt: ctx.now(),
    version: 1,
  }
  const sealed = await prepareAll(
    ctx,
    { entity: 'finding', entityId: row.id },
    photos.map((photo) => ({ ...photo, title: W.photoTitle.vi })),
  )
  return keepEvidence(files, sealed, () => store(ctx, { row, sealed }))
}

async function store(
  ctx: VerbContext,
  { row, sealed }: { readonly row: FindingRow; readonly sealed: readonly PreparedEvidence[] },
): Promise<{ id: string }> {
  const { id, caseId, text, createdAt: at, foundBy: actor } = row
  const stays =
    caseId === null ? [] : [{ holds: caseIsOpen(caseId), refusal: () => conflict(R.closed) }]
  return change(ctx, {
    may: 'findings.write',
    target: targetOfFinding(row),
    guards: stays,
    statements: [
      insertFinding(ctx.db, row),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'finding', entityId: id, kind: 'opened', text, at, actor },
      }),
      ...sealed.flatMap((file) => evidenceStatements(ctx, file.row)),
    ],
    audit: [
      {
        action: 'finding.add',
        entityId: id,
        after: { ...difference(FINDING, { before: null, after: row }).after, about: row.shown },
      },
      ...sealed.map((file) => evidenceAudit(file.row)),
    ],
    receipt: { id },
  })
}

async function aboutOf(
  ctx: VerbContext,
  { kind, typed }: { readonly kind: FindingSubject; readonly typed: string },
) {
  if (kind !== 'shop') return subjectOf(ctx, { kind, typed })
  return { entityId: null, shown: typed, place: null, organisationId: null }
}

/** The case it belongs to, where the actor may add to that one. */
async function caseOf(ctx: VerbContext, given: Texts[string]): Promise<string | null> {
  if (typeof given !== 'string' || given === '') return null
  return (await openCase(ctx, given, 'cases.write')).row.id
}
