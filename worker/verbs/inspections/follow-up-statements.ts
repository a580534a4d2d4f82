import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import { followUpFinding, listFindingsByIds } from '../../../db/queries/findings.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { FINDING_OUTCOME_NAMES } from '../../copy/portal/findings.ts'
import { INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import type { AuditEntry } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import type { Minutes, Written } from './minutes.ts'

/**
 * What a second look showed of earlier findings of the place: put right, or to be put right until another
 * day. What somebody closed meanwhile stays as it was, for the minutes are true all the same.
 */
export async function followUpStatements(
  ctx: VerbContext,
  { record, site, row }: Minutes,
): Promise<Written> {
  const { followUps = [] } = record.body
  if (followUps.length === 0) return { statements: [], audit: [] }
  const ids = followUps.map(({ findingId }) => findingId)
  const rows = new Map((await listFindingsByIds(ctx.db, ids)).map((each) => [each.id, each]))
  const statements: Statement[] = []
  const audit: AuditEntry[] = []
  for (const [at, { findingId: id, mended: isMended, text, dueOn }] of followUps.entries()) {
    const known = rows.get(id)
    if (known?.aboutKind !== 'site' || known.aboutId !== site.id) {
      throw invalidField(`followUps.${at}.findingId`, W.otherFinding)
    }
    if (known.state === 'closed') continue
    const closed = { state: 'closed', outcome: 'mended', closedAt: row.receivedAt } as const
    const open = { state: 'told', dueOn: dueOn ?? known.dueOn } as const
    const set = { followUp: text, ...(isMended ? closed : open) }
    const said = isMended ? `${FINDING_OUTCOME_NAMES.mended.vi}. ${text}` : text
    statements.push(
      followUpFinding(ctx.db, { id, set }),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'finding', entityId: id, text: said },
        ...{ kind: isMended ? 'closed' : 'returned', at: row.receivedAt, actor: row.actor },
      }),
    )
    audit.push({
      action: 'finding.change',
      entityId: id,
      reason: text,
      before: { state: known.state },
      after: set,
    })
  }
  return { statements, audit }
}
