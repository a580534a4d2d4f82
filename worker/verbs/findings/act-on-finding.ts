import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import type { EvidenceRow } from '../../../db/queries/evidence.ts'
import { type FindingRow, findingIs, updateFinding } from '../../../db/queries/findings.ts'
import { fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import {
  FINDING_OUTCOME_NAMES,
  FINDING_STATE_NAMES,
  FINDINGS_COPY as W,
} from '../../copy/portal/findings.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { CaseEventKind } from '../../domain/cases/kinds.ts'
import { type FindingAct, findingAfter } from '../../domain/findings/finding-workflow.ts'
import type { FindingState } from '../../domain/findings/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { FileStore } from '../../platform/file-store.ts'
import {
  FINDING_ANSWER,
  FINDING_CLOSING,
  FINDING_RETURN,
  FINDING_TELLING,
} from '../../resources/finding.ts'
import { inputOf } from '../../resources/resource.ts'
import { type Change, change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import {
  evidenceAudit,
  evidenceStatements,
  keepEvidence,
  prepareAll,
  roomForEvidence,
} from '../evidence/evidence.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import type { HandedIn } from '../papers/accept-paper.ts'
import { type Filled, openSeen } from '../records/filled.ts'
import { type OpenedFinding, openFinding, targetOfFinding } from './open-finding.ts'

/** Tells the holder of a finding what is to be done until when, in the portal and by letter. */
export async function tellFinding({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeen(openFinding, { ctx, input }, 'findings.write')
  const { row } = opened
  const { action, dueOn } = parseInput(inputOf(FINDING_TELLING), input.texts)
  const state = requireAct(row, 'tell')
  if (row.organisationId === null) throw conflict(R.nobodyToTell)
  const body = fillAll(W.toldBody, {
    ...{ authority: row.authority ?? '', shown: row.shown, text: row.text, action },
    due: onDay(dueOn),
  })
  return changeFinding(ctx, opened, {
    may: 'findings.write',
    kind: 'told',
    text: action,
    set: { state, action, dueOn, toldAt: ctx.now() },
    tell: toHolder(row, { title: W.toldTitle, body }),
  })
}

/** Files of one answer. */
const MOST_PROOF = 6

/** The holder's word that it is put right, with what proves it; whoever found it is told. */
export async function answerFinding({
  ctx,
  files,
  input,
}: Filled & {
  readonly files: FileStore
  readonly input: { readonly proof: readonly HandedIn[] }
}): Promise<{ id: string }> {
  const opened = await openSeen(openFinding, { ctx, input }, 'findings.answer')
  const { row } = opened
  const { text } = parseInput(inputOf(FINDING_ANSWER), input.texts)
  const state = requireAct(row, 'answer')
  if (input.proof.length > MOST_PROOF) {
    throw invalidField('file', fillAll(R.tooMuchEvidence, { most: MOST_PROOF }))
  }
  const sealed = await prepareAll(
    ctx,
    { entity: 'finding', entityId: row.id },
    input.proof.map((photo) => ({ ...photo, title: W.proof.vi, byHolder: true })),
  )
  const told =
    row.authorityId === null
      ? []
      : [
          {
            organisationId: row.authorityId,
            kind: 'finding' as const,
            title: W.answeredTitle,
            body: inEach(() => `${row.shown}: ${text}`),
            href: hrefOf(row),
          },
        ]
  return keepEvidence(files, sealed, () =>
    changeFinding(ctx, opened, {
      may: 'findings.answer',
      kind: 'answered',
      text,
      set: { state, answer: text, answeredAt: ctx.now() },
      tell: told,
      sealed: sealed.map((file) => file.row),
    }),
  )
}

/** Sends an answer back that does not do. */
export async function returnFinding({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeen(openFinding, { ctx, input }, 'findings.write')
  const { row } = opened
  const { text, dueOn } = parseInput(inputOf(FINDING_RETURN), input.texts)
  const state = requireAct(row, 'return')
  const body = fillAll(W.returnedBody, { shown: row.shown, text, due: onDay(dueOn) })
  return changeFinding(ctx, opened, {
    may: 'findings.write',
    kind: 'returned',
    text,
    set: { state, dueOn },
    tell: toHolder(row, { title: W.returnedTitle, body }),
  })
}

/** Ends a finding with what the second look showed. */
export async function closeFinding({ ctx, input }: Filled): Promise<{ id: string }> {
  const opened = await openSeen(openFinding, { ctx, input }, 'findings.write')
  const { row } = opened
  const { outcome, text } = parseInput(inputOf(FINDING_CLOSING), input.texts)
  const body = inEach((lang) => `${row.shown}: ${FINDING_OUTCOME_NAMES[outcome][lang]}. ${text}`)
  return changeFinding(ctx, opened, {
    may: 'findings.write',
    kind: 'closed',
    text: `${FINDING_OUTCOME_NAMES[outcome].vi}. ${text}`,
    set: {
      ...{ state: requireAct(row, 'close'), outcome, followUp: text },
      closedAt: ctx.now(),
    },
    // Whoever was never told of it need not hear that it ended.
    tell: row.toldAt === null ? [] : toHolder(row, { title: W.closedTitle, body }),
  })
}

type Done = Pick<Change, 'tell'> & {
  readonly may: Permission
  readonly kind: CaseEventKind
  readonly text: string
  readonly set: Partial<FindingRow> & { readonly state: FindingState }
  /** What proves it. */
  readonly sealed?: readonly EvidenceRow[]
}

async function changeFinding(
  ctx: VerbContext,
  { row }: OpenedFinding,
  { may, kind, text, set, tell, sealed = [] }: Done,
): Promise<{ id: string }> {
  const { id } = row
  return change(ctx, {
    may,
    target: targetOfFinding(row),
    guards: [
      { holds: findingIs(row), refusal: editedMeanwhile },
      ...(sealed.length === 0 ? [] : [roomForEvidence({ entity: 'finding', entityId: id })]),
    ],
    statements: [
      updateFinding(ctx.db, { id, set }),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'finding', entityId: id, kind, text },
        ...{ at: ctx.now(), actor: actorText(ctx.actor) },
      }),
      ...sealed.flatMap((file) => evidenceStatements(ctx, file)),
    ],
    audit: [
      {
        action: 'finding.change',
        entityId: id,
        before: { state: row.state },
        after: { did: kind, ...set },
        reason: text,
      },
      ...sealed.map(evidenceAudit),
    ],
    taken: () => invalidField('file', R.evidenceThere),
    tell,
    receipt: { id },
  })
}

function requireAct({ state }: Pick<FindingRow, 'state'>, act: FindingAct): FindingState {
  const after = findingAfter(state, act)
  if (after !== null) return after
  throw conflict(fillAll(R.findingNotThatWay, { state: FINDING_STATE_NAMES[state] }))
}

function toHolder(
  row: FindingRow,
  { title, body }: { readonly title: LocalText; readonly body: LocalText },
) {
  const { organisationId: holderId } = row
  if (holderId === null) return []
  return [{ holderId, kind: 'finding' as const, title, body, href: hrefOf(row) }]
}

const hrefOf = ({ id }: Pick<FindingRow, 'id'>) =>
  `/portal/findings/${encodeURIComponent(id)}` as const

const onDay = (on: string) => inEach((lang) => formatOn(on, lang))
