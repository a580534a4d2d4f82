import { listHeldByOthers } from '../../../db/queries/foreign-notice-items.ts'
import { fill, fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import { isRestorable, isSuspendable } from '../../domain/foreign-notices/item-workflow.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { NOTICE_DECISION } from '../../resources/foreign-notice.ts'
import { inputOf } from '../../resources/resource.ts'
import { decideMany } from '../codes/bulk/decide-many.ts'
import type { PlannedDecision } from '../codes/bulk/plan-decisions.ts'
import { previewDecisions } from '../codes/bulk/preview-decisions.ts'
import { showPreview } from '../codes/bulk/show-preview.ts'
import type { Call, DatedReading } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, needsConfirmation } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { changeItems } from './change-items.ts'
import { type ListedItem, withStatus } from './list-notices.ts'
import { type Meant, type Selected, selectWhere } from './select-items.ts'

/** What a notice does to the status of its codes, in its own market alone. */
export const NOTICE_EFFECTS = ['suspend', 'restore'] as const
export type NoticeEffect = (typeof NOTICE_EFFECTS)[number]

const OF_EFFECT = {
  suspend: { status: 'suspended', kind: 'suspended', set: 'suspendedOn' },
  restore: { status: 'active', kind: 'restored', set: 'restoredOn' },
} as const

/** Codes that a question or note names. */
const NAMED = 5

export type Decidable = Selected & {
  /** Suspended by another notice of the market that is not over: not to be restored by this one. */
  readonly held: readonly { readonly code: string; readonly number: string }[]
}

/** The codes of a notice that may be suspended, or restored, all at once. */
export async function selectForEffect(
  ctx: DatedReading,
  meant: Meant,
  effect: NoticeEffect,
): Promise<Decidable> {
  const named = await selectWhere(ctx, meant, {
    may: 'foreign.decide',
    holds: ({ codeId }) => codeId !== null,
  })
  const { row } = named
  const today = vietnamDateOf(ctx.now())
  const holding = await withStatus(ctx, { items: named.items, market: row.market })
  const items = holding.filter((item) => isDecidable(item, { effect, today }))
  const selected = { ...named, items }
  if (effect === 'suspend') return { ...selected, held: [] }
  const others = await listHeldByOthers(ctx.db, {
    ...{ noticeId: row.id, market: row.market },
    codeIds: items.flatMap(({ codeId }) => codeId ?? []),
  })
  const numbers = new Map<string | null, string>(
    others.map((other) => [other.codeId, other.number]),
  )
  return {
    ...selected,
    items: items.filter(({ codeId }) => !numbers.has(codeId)),
    held: items.flatMap(({ codeId, code }) => {
      const number = numbers.get(codeId)
      return number === undefined || code === null ? [] : [{ code, number }]
    }),
  }
}

/**
 * Whose suspension was taken back may be suspended again. What was revoked since, or has run out, is not
 * restored; what is active already is only noted as such.
 */
function isDecidable(
  item: ListedItem,
  { effect, today }: { readonly effect: NoticeEffect; readonly today: string },
): boolean {
  const { status, suspendedOn } = item
  if (effect === 'restore')
    return isRestorable(item) && (status === 'suspended' || status === 'active')
  const isUndone = suspendedOn !== null && suspendedOn <= today && status === 'active'
  return isSuspendable(isUndone ? { ...item, suspendedOn: null } : item)
}

/**
 * Suspends or restores codes of a notice in its market, by the decisions on many codes: what is
 * ruled of each is theirs, here it is asked about with its figures and kept on the notice. Done twice
 * it records nothing twice; cut off between the two, the next time finds the decisions and keeps them.
 */
export async function decideNotice({
  ctx,
  files,
  effect,
  input,
}: Call<Meant & { readonly texts: Texts; readonly confirmed: readonly string[] }> & {
  readonly files: FileStore
  readonly effect: NoticeEffect
}): Promise<{ readonly id: string; readonly count: number }> {
  const { texts, confirmed, ...meant } = input
  const selected = await selectForEffect(ctx, meant, effect)
  const { items, row } = selected
  if (items.length === 0) throw conflict(R.nothingMeant)
  const decision = parseInput(inputOf(NOTICE_DECISION), texts)
  const { status, kind, set } = OF_EFFECT[effect]
  const list = await previewDecisions({
    ...{ ctx, files },
    input: {
      common: { market: row.market, status, ...decision },
      source: { kind: 'pasted', text: items.map(({ code }) => code).join('\n') },
    },
  })
  const { decisions } = await showPreview({ ctx, files, id: list.id })
  const onRecord = decisions.filter((each) => isOnRecord(each, status))
  requireConfirmed({ decisions, onRecord, effect, confirmed })
  const { others } = await decideMany({ ctx, files, id: list.id, confirm: true })
  const undecided = new Set(others.map(({ typed }) => typed))
  for (const { asked } of onRecord) undecided.delete(asked.typed)
  const { documentNo, effectiveOn } = decision
  const text = fill(W.decidedText.vi, { documentNo, on: formatOn(effectiveOn, 'vi') })
  const done = items.filter(({ code }) => code !== null && !undecided.has(code))
  return changeItems(
    ctx,
    { ...selected, items: done },
    {
      ...{ may: 'foreign.decide', kind, text },
      steps: () => [{ act: null, kind, text }],
      set: () => ({ [set]: effectiveOn }),
    },
  )
}

/** Decided so before, and holding today: a decision that was overturned since is none. */
function isOnRecord({ outcome, before }: PlannedDecision, status: CodeStatus): boolean {
  return outcome === 'same' && before === status
}

/** Asks with what the decisions would come to; what was confirmed are those very figures. */
function requireConfirmed(asked: {
  readonly decisions: readonly PlannedDecision[]
  readonly onRecord: readonly PlannedDecision[]
  readonly effect: NoticeEffect
  readonly confirmed: readonly string[]
}): void {
  const { decisions, onRecord, effect, confirmed } = asked
  const ready = decisions.filter(({ outcome }) => outcome === 'ready').length
  const same = onRecord.length
  const figures = { ready, same, others: decisions.length - ready - same }
  const unusual = decisions.flatMap((each) =>
    each.outcome === 'ready' && each.unusual ? [`${each.target?.code}: ${each.note}`] : [],
  )
  if (ready + same === 0) {
    const [note = ''] = decisions.flatMap((each) => each.note ?? [])
    throw conflict(fillAll(R.nothingDecided, { note }))
  }
  const code = `${effect}:${ready}-${same}-${figures.others}`
  const strange = `unusual:${unusual.length}`
  const questions = [
    { code, text: fillAll(effect === 'suspend' ? W.askSuspend : W.askRestore, figures), figures },
    ...(unusual.length === 0
      ? []
      : [
          {
            code: strange,
            text: fillAll(W.askUnusual, { count: unusual.length, list: listOf(unusual) }),
          },
        ]),
  ]
  const open = questions.filter((question) => !confirmed.includes(question.code))
  if (open.length > 0) throw needsConfirmation(open)
}

/** The first few codes that another notice holds, in words. */
export function heldText(held: Decidable['held']): string {
  return listOf(held.map(({ code, number }) => `${code} (${number})`))
}

function listOf(all: readonly string[]): string {
  const named = all.slice(0, NAMED)
  return all.length > named.length ? `${named.join('; ')}; …` : named.join('; ')
}
