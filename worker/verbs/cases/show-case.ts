import { listCaseEvents } from '../../../db/queries/case-events.ts'
import { listSubjects } from '../../../db/queries/cases.ts'
import { listEvidence } from '../../../db/queries/evidence.ts'
import { listFindingsOfCase } from '../../../db/queries/findings.ts'
import { readNoticeNumber } from '../../../db/queries/foreign-notices.ts'
import { listSignedPapers } from '../../../db/queries/signed-papers.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { openCase } from './open-case.ts'

/** A case with all that hangs on it; that it was looked at, and by whom, stands in the log. */
export async function showCase(ctx: VerbContext, id: string) {
  const opened = await openCase(ctx, id, 'cases.read')
  const { target } = opened
  const owner = { entity: 'case', entityId: opened.row.id } as const
  const { db } = ctx
  const [subjects, events, evidence, findings, papers, noticeNumber] = await Promise.all([
    listSubjects(db, id),
    listCaseEvents(db, owner),
    listEvidence(db, owner),
    listFindingsOfCase(db, id),
    listSignedPapers(db, owner),
    readNoticeNumber(db, id),
    change(ctx, {
      may: 'cases.read',
      target,
      audit: { action: 'case.look', entityId: id },
    }),
  ])
  return { ...opened, subjects, events, evidence, findings, papers, noticeNumber }
}

export type ShownCase = Awaited<ReturnType<typeof showCase>>
