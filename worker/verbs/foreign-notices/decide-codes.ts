import { listHeldByOthers } from '../../../db/queries/foreign-notice-items.ts'
import { fill, fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import { isRestorable, isSuspendable } from '../../domain/foreign-notices/item-workflow.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { NOTICE_DECISION } from '../../resources/foreign-notice.ts'
import { inputOf } from '../../resources/resource.ts'
import { decideMany } from '../codes/bulk/decide-many.ts'
import { previewDecisions } from '../codes/bulk/preview-decisions.ts'
import { showPreview } from '../codes/bulk/show-preview.ts'
import type { VerbContext } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, needsConfirmation } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { changeItems } from './change-items.ts'
import { type Meant, type Selected, selectWhere } from './select-items.ts'

/** What a notice does to the status of its codes, in its own market alone. */
export const NOTICE_EFFECTS = ['suspend', 'restore'] as const
export type NoticeEffect = (typeof NOTICE_EFFECTS)[number]

const OF_EFFECT = {
  suspend: { status: 'suspended', kind: 'suspended', holds: isSuspendable, set: 'suspendedOn' },
  restore: { status: 'active', kind: 'restored', holds: isRestorable, set: 'restoredOn' },
} as const

export type Decidable = Selected & {
  /** Suspended by another notice of the market that is not over: not to be restored by this one. */
  readonly held: readonly { readonly code: string; readonly number: string }[]
}

/** The codes of a notice that may be suspended, or restored, all at once. */
export async function selectForEffect(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  meant: Meant,
  effect: NoticeEffect,
): Promise<Decidable> {
  const { holds } = OF_EFFECT[effect]
  const selected = await selectWhere(ctx, meant, {
    may: 'foreign.decide',
    holds: (item) => item.codeId !== null && holds(item),
  })
  if (effect === 'suspend') return { ...selected, held: [] }
  const { items, row } = selected
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
 * Suspends or restores codes of a notice in its market, by the decisions on many codes: what is
 * ruled of each is theirs, here it is asked about with its figures and kept on the notice. Done twice
 * it records nothing twice; cut off between the two, the next time finds the decisions and keeps them.
 */
export async function decideNotice({
  ctx,
  files,
  effect,
  input,
}: {
  ctx: VerbContext
  files: FileStore
  effect: NoticeEffect
  input: Meant & { readonly texts: Texts; readonly confirmed: readonly string[] }
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
  await requireConfirmed({ ctx, files, id: list.id, effect, confirmed })
  const { others } = await decideMany({ ctx, files, id: list.id, confirm: true })
  const undecided = new Set(
    others.flatMap(({ typed, outcome }) => (outcome === 'same' ? [] : [typed])),
  )
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

/** Asks with what the decisions would come to; what was confirmed are those very figures. */
async function requireConfirmed(asked: {
  readonly ctx: VerbContext
  readonly files: FileStore
  readonly id: string
  readonly effect: NoticeEffect
  readonly confirmed: readonly string[]
}): Promise<void> {
  const { ctx, files, id, effect, confirmed } = asked
  const { decisions } = await showPreview({ ctx, files, id })
  const ready = decisions.filter(({ outcome }) => outcome === 'ready').length
  const same = decisions.filter(({ outcome }) => outcome === 'same').length
  const figures = { ready, same, others: decisions.length - ready - same }
  if (ready + same === 0) {
    const [note = ''] = decisions.flatMap((each) => each.note ?? [])
    throw conflict(fillAll(R.nothingDecided, { note }))
  }
  const code = `${effect}:${ready}-${same}-${figures.others}`
  if (confirmed.includes(code)) return
  throw needsConfirmation([
    { code, text: fillAll(effect === 'suspend' ? W.askSuspend : W.askRestore, figures), figures },
  ])
}

/** The first few codes that another notice holds, in words. */
export function heldText(held: Decidable['held']): string {
  const named = held.slice(0, 5).map(({ code, number }) => `${code} (${number})`)
  return held.length > named.length ? `${named.join(', ')}, …` : named.join(', ')
}
