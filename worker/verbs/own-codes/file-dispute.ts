import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import {
  type CaseSubjectRow,
  caseIsOpen,
  hasRoomForSubject,
  insertSubject,
} from '../../../db/queries/cases.ts'
import { hasNoOpenCase, readOpenCaseAbout } from '../../../db/queries/code-disputes.ts'
import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { MY_CODES_COPY as W } from '../../copy/portal/my-codes.ts'
import type { Place } from '../../domain/access/roles.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { newCase } from '../cases/new-case.ts'
import { type AuditEntry, change, type Guard } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict, tooBusy } from '../guard/refusals.ts'

const ATTEMPTS = 3

/** What the holder of a code says against something done under it. */
export type Dispute = {
  readonly codeId: string
  readonly holderId: string
  /** Where the code lies: whose officers look into it. */
  readonly place: Place
  /** As officers read them, who keep cases in Vietnamese. */
  readonly title: string
  readonly said: string
  readonly subjects: readonly Pick<CaseSubjectRow, 'kind' | 'entityId' | 'shown'>[]
  /** What is stored beside the case, by its id. */
  readonly store: (caseId: string) => { readonly statement: Statement; readonly audit: AuditEntry }
  /** What to say where it was disputed before. */
  readonly already: LocalText
}

/**
 * Files the word of a code's holder: joins the case that is open about the code, or opens one where
 * the code lies.
 */
export async function fileDispute(
  ctx: VerbContext,
  dispute: Dispute,
): Promise<{ readonly caseId: string }> {
  const { codeId, holderId, already } = dispute
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const open = await readOpenCaseAbout(ctx.db, codeId)
    const filed = open === null ? opening(ctx, dispute) : joining(ctx, dispute, open)
    const { caseId, guards, statements } = filed
    const { statement, audit } = dispute.store(caseId)
    try {
      return await change(ctx, {
        may: 'codes.own',
        target: { organisationId: holderId, place: null },
        guards,
        statements: [...statements, statement],
        audit: audit,
        taken: () => conflict(already),
        receipt: { caseId },
      })
    } catch (error) {
      // Somebody opened or closed the case meanwhile: looked at anew.
      if (!isGuardRefusal(error)) throw error
    }
  }
  throw tooBusy()
}

type Filed = {
  readonly caseId: string
  readonly guards: readonly Guard[]
  readonly statements: readonly Statement[]
}

const again = () => null

function opening(ctx: VerbContext, { codeId, place, title, said, subjects }: Dispute): Filed {
  const { row, statements } = newCase(ctx, {
    kind: 'dispute',
    title: title.slice(0, 200),
    summary: said,
    dueOn: null,
    authorityId: null,
    place,
    subjects,
  })
  const guards = [{ holds: hasNoOpenCase(codeId), refusal: again }]
  return { caseId: row.id, guards, statements }
}

function joining(
  ctx: VerbContext,
  { said, subjects }: Dispute,
  { id: caseId }: { readonly id: string },
): Filed {
  const now = ctx.now()
  return {
    caseId,
    guards: [
      { holds: caseIsOpen(caseId), refusal: again },
      { holds: hasRoomForSubject(caseId), refusal: () => conflict(W.caseFull) },
    ],
    statements: [
      ...subjects.map((subject) => insertSubject(ctx.db, { ...subject, caseId, addedAt: now })),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'case', entityId: caseId, kind: 'noted' },
        ...{ text: said, at: now, actor: actorText(ctx.actor) },
      }),
    ],
  }
}
