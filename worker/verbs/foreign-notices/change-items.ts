import { insertCaseEvent, insertCaseEvents } from '../../../db/queries/case-events.ts'
import {
  itemsAre,
  type NoticeCode,
  type NoticeCodeRow,
  updateItems,
} from '../../../db/queries/foreign-notice-items.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { fill } from '../../copy/fill.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import type { CaseEventKind } from '../../domain/cases/kinds.ts'
import { type ItemAct, itemAfter } from '../../domain/foreign-notices/item-workflow.ts'
import { type AuditEntry, type Change, change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import { targetOfItem } from './open-notice.ts'
import type { Selected } from './select-items.ts'

/** One step of an item, with its line in the way of it; null acts leave it where it stands. */
export type Step = {
  readonly act: ItemAct | null
  readonly kind: CaseEventKind
  readonly text: string | null
}

/** What is done to codes of a notice, all of it at once. */
type Done = Pick<Change, 'tell' | 'guards' | 'taken'> & {
  readonly may: Permission
  readonly steps: (item: NoticeCode) => readonly Step[]
  readonly set: (item: NoticeCode) => Partial<NoticeCodeRow>
  /** What the way of the notice as a whole says. */
  readonly kind: CaseEventKind
  readonly text: string | null
  readonly also?: readonly Statement[]
  readonly audits?: readonly AuditEntry[]
}

/** Codes of one entry in the log that are named there. */
const NAMED = 100

/**
 * Moves codes of a notice on. Each takes its own steps by the table; none is moved that was changed
 * since it was read, and nothing is done where nothing is meant.
 */
export async function changeItems(
  ctx: VerbContext,
  { row, items }: Selected,
  done: Done,
): Promise<{ readonly id: string; readonly count: number }> {
  const { may, kind, text, also = [], audits = [], guards = [], tell, taken } = done
  if (items.length === 0) throw conflict(R.nothingMeant)
  const { id } = row
  const count = items.length
  const said = fill(W.countText.vi, { count, text: text ?? '' }).trim()
  return change(ctx, {
    may,
    targets: targetsOf(items),
    guards: [{ holds: itemsAre(items), refusal: editedMeanwhile }, ...guards],
    statements: [
      ...updates(ctx, items, done),
      insertCaseEvents(ctx.db, eventsOf(ctx, items, done)),
      insertCaseEvent(ctx.db, {
        ...{ id: ctx.newId(), entity: 'case', entityId: id, kind, text: said },
        ...{ at: ctx.now(), actor: actorText(ctx.actor) },
      }),
      ...also,
    ],
    audit: [
      {
        action: 'foreign.change',
        entityId: id,
        after: { did: kind, count, codes: items.slice(0, NAMED).map(nameOf) },
        reason: text,
      },
      ...audits,
    ],
    ...(tell === undefined ? {} : { tell }),
    ...(taken === undefined ? {} : { taken }),
    receipt: { id, count },
  })
}

/** What people know an item by. */
export function nameOf({ code, listed }: Pick<NoticeCode, 'code' | 'listed'>): string {
  return code ?? listed
}

/** Those that become the same are changed together. */
function updates(ctx: VerbContext, items: readonly NoticeCode[], done: Done): Statement[] {
  const groups = new Map<string, { set: Partial<NoticeCodeRow>; ids: string[] }>()
  for (const item of items) {
    const set = { ...done.set(item), state: stateAfter(item, done.steps(item)) }
    const key = JSON.stringify(set)
    const group = groups.get(key) ?? { set, ids: [] }
    group.ids.push(item.id)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => updateItems(ctx.db, group))
}

function stateAfter(item: NoticeCode, steps: readonly Step[]) {
  let facts: NoticeCode = item
  for (const { act } of steps) {
    const state = act === null ? facts.state : itemAfter(facts, act)
    if (state === null) throw conflict(R.notThatWay)
    facts = { ...facts, state }
  }
  return facts.state
}

function eventsOf(ctx: VerbContext, items: readonly NoticeCode[], done: Done) {
  const [at, actor] = [ctx.now(), actorText(ctx.actor)]
  return items.flatMap((item) =>
    done.steps(item).map(({ kind, text }) => ({
      ...{ id: ctx.newId(), entity: 'notice_item' as const, entityId: item.id },
      ...{ kind, text, at, actor },
    })),
  )
}

/** Each place and holder once: there are few, and hundreds of codes. */
function targetsOf(items: readonly NoticeCode[]) {
  const targets = items.map(targetOfItem)
  return [...new Map(targets.map((target) => [JSON.stringify(target), target])).values()]
}
