import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import { caseIsOpen, hasRoomForSubject, insertSubject } from '../../../db/queries/cases.ts'
import {
  hasNoOpenCase,
  insertDispute,
  type OwnUse,
  readOpenCaseAbout,
} from '../../../db/queries/code-disputes.ts'
import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fill } from '../../copy/fill.ts'
import { MY_CODES_COPY as W } from '../../copy/portal/my-codes.ts'
import { prose } from '../../resources/prose-fields.ts'
import { inputOf } from '../../resources/resource.ts'
import { newCase } from '../cases/new-case.ts'
import { change, type Guard } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { openOwnUse } from './list-uses.ts'

const ATTEMPTS = 3

/** What the holder of a code says against a batch. */
export const DISPUTE = { fields: { reason: prose({ label: W.disputeReason, max: 2_000 }) } }

/**
 * The holder of a code says that a batch should not have used it: joins the case that is open about
 * the code, or opens one where the code lies. What the batch's labels say stays as it is: that is an
 * officer's to decide.
 */
export async function disputeUse({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { readonly ref: string; readonly code: string; readonly texts: Texts }
}): Promise<{ caseId: string }> {
  const use = await openOwnUse(ctx, input)
  const { reason } = parseInput(inputOf(DISPUTE), input.texts)
  if (use.disputedAt !== null) throw conflict(W.disputedAlready)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const open = await readOpenCaseAbout(ctx.db, use.codeId)
    const filed =
      open === null ? opening(ctx, { use, reason }) : joining(ctx, { use, reason }, open)
    const { caseId, guards, statements } = filed
    try {
      await change(ctx, {
        may: 'codes.own',
        target: { organisationId: use.holderId, place: null },
        guards,
        statements: [
          ...statements,
          insertDispute(ctx.db, {
            ...{ batchId: use.batchId, codeId: use.codeId, organisationId: use.holderId },
            ...{ reason, caseId, disputedAt: ctx.now(), actor: actorText(ctx.actor) },
          }),
        ],
        audit: [
          {
            action: 'batch.code_use.dispute',
            entity: 'batch',
            entityId: use.batchId,
            after: { ref: use.ref, code: use.code, caseId },
            reason,
          },
        ],
        taken: () => conflict(W.disputedAlready),
        receipt: { caseId },
      })
      return { caseId }
    } catch (error) {
      // Somebody opened or closed the case meanwhile: looked at anew.
      if (!isGuardRefusal(error)) throw error
    }
  }
  throw tooBusy()
}

type About = { readonly use: OwnUse; readonly reason: string }
type Filed = {
  readonly caseId: string
  readonly guards: readonly Guard[]
  readonly statements: readonly Statement[]
}

const again = () => null

function opening(ctx: VerbContext, { use, reason }: About): Filed {
  const { provinceCode, communeCode } = use
  const { row, statements } = newCase(ctx, {
    kind: 'dispute',
    title: fill(W.caseTitle.vi, { code: use.code, packer: use.packerName }).slice(0, 200),
    summary: saidOf({ use, reason }),
    dueOn: null,
    authorityId: null,
    place: { provinceCode, communeCode },
    subjects: subjectsOf(use),
  })
  const guards = [{ holds: hasNoOpenCase(use.codeId), refusal: again }]
  return { caseId: row.id, guards, statements }
}

function joining(ctx: VerbContext, about: About, { id: caseId }: { readonly id: string }): Filed {
  const now = ctx.now()
  return {
    caseId,
    guards: [
      { holds: caseIsOpen(caseId), refusal: again },
      { holds: hasRoomForSubject(caseId), refusal: () => conflict(W.caseFull) },
    ],
    statements: [
      ...subjectsOf(about.use).map((subject) =>
        insertSubject(ctx.db, { ...subject, caseId, addedAt: now }),
      ),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'case', entityId: caseId, kind: 'noted' },
        ...{ text: saidOf(about), at: now, actor: actorText(ctx.actor) },
      }),
    ],
  }
}

function subjectsOf({ codeId, code, batchId, lot, ref, packerId, packerName }: OwnUse) {
  return [
    { kind: 'code', entityId: codeId, shown: code },
    { kind: 'batch', entityId: batchId, shown: `${lot} · ${ref}` },
    { kind: 'organisation', entityId: packerId, shown: packerName },
  ] as const
}

/** As officers read it, who keep cases in Vietnamese. */
function saidOf({ use, reason }: About): string {
  return fill(W.caseSummary.vi, { ref: use.ref, code: use.code, packer: use.packerName, reason })
}
