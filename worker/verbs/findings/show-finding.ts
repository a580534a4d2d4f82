import { listCaseEvents } from '../../../db/queries/case-events.ts'
import { listEvidence } from '../../../db/queries/evidence.ts'
import type { CaseEventKind } from '../../domain/cases/kinds.ts'
import type { Reading } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { openFinding } from './open-finding.ts'

/** What its holder sees of the way of a finding. */
const FOR_HOLDER: ReadonlySet<CaseEventKind> = new Set(['told', 'answered', 'returned', 'closed'])

/** A finding with its way and photos, as whoever asks may see them. */
export async function showFinding(ctx: Reading, id: string) {
  const opened = await openFinding(ctx, id, 'findings.read')
  const { row, target } = opened
  const owner = { entity: 'finding', entityId: id } as const
  const [events, evidence] = await Promise.all([
    listCaseEvents(ctx.db, owner),
    listEvidence(ctx.db, owner),
  ])
  const may = {
    write: mayDo(ctx.actor, 'findings.write', target) && row.state !== 'closed',
    answer: mayDo(ctx.actor, 'findings.answer', target) && row.state === 'told',
  }
  const isHolder = !mayDo(ctx.actor, 'findings.write', target)
  return {
    ...opened,
    may,
    isHolder,
    events: isHolder ? events.filter(({ kind }) => FOR_HOLDER.has(kind)) : events,
    evidence,
  }
}

export type ShownFinding = Awaited<ReturnType<typeof showFinding>>
