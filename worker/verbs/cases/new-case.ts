import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import { type CaseRow, insertCase, insertSubject } from '../../../db/queries/cases.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { Place } from '../../domain/access/roles.ts'
import { numberSpace } from '../../domain/cases/case-number.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import type { Subject } from './subject-of.ts'

/** What a new case is about and where it lies. */
export type CaseGiven = Pick<CaseRow, 'kind' | 'title' | 'summary' | 'dueOn' | 'authorityId'> & {
  readonly place: Place
  readonly subjects: readonly Pick<Subject, 'kind' | 'entityId' | 'shown'>[]
  /** What its first event says; the summary where left out. */
  readonly opening?: string
}

/**
 * A new case, nobody's yet, and the statements that open it under the next number of its province
 * and year.
 */
export function newCase(
  ctx: VerbContext,
  given: CaseGiven,
): { readonly row: Omit<CaseRow, 'sequence'>; readonly statements: readonly Statement[] } {
  const { place, subjects, opening, ...said } = given
  const [id, now, actor] = [ctx.newId(), ctx.now(), actorText(ctx.actor)]
  const row = {
    ...said,
    ...place,
    id,
    numberSpace: numberSpace(place.provinceCode),
    year: Number(vietnamDateOf(now).slice(0, 4)),
    state: 'open' as const,
    outcome: null,
    openedBy: actor,
    assignedTo: null,
    ...{ agencyKind: null, agencyName: null, agencyId: null },
    ...{ handedPaperNo: null, handedOn: null, closedAt: null },
    openedAt: now,
    version: 1,
  }
  return {
    row,
    statements: [
      insertCase(ctx.db, row),
      ...subjects.map(({ kind, entityId, shown }) =>
        insertSubject(ctx.db, { caseId: id, kind, entityId, shown, addedAt: now }),
      ),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'case', entityId: id, kind: 'opened' },
        ...{ text: opening ?? given.summary, at: now, actor },
      }),
    ],
  }
}
