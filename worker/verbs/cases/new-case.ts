import type { CaseRow } from '../../../db/queries/cases.ts'
import { numberSpace } from '../../domain/cases/case-number.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { authorityOf } from './desk-place.ts'

type Said = Pick<
  CaseRow,
  'id' | 'kind' | 'title' | 'summary' | 'dueOn' | 'provinceCode' | 'communeCode'
>

/** A case as it begins: of the authority of whoever opens it, taken up by nobody yet. */
export function newCase(ctx: VerbContext, said: Said): Omit<CaseRow, 'sequence'> {
  const now = ctx.now()
  return {
    ...said,
    numberSpace: numberSpace(said.provinceCode),
    year: Number(vietnamDateOf(now).slice(0, 4)),
    state: 'open',
    outcome: null,
    authorityId: authorityOf(ctx.actor),
    openedBy: actorText(ctx.actor),
    assignedTo: null,
    agencyKind: null,
    agencyName: null,
    agencyId: null,
    handedPaperNo: null,
    handedOn: null,
    closedAt: null,
    openedAt: now,
    version: 1,
  }
}
