import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { setCursor } from '../../../db/queries/pattern-sources.ts'
import {
  insertPattern,
  type KnownPattern,
  type PatternRow,
  patternIs,
  readKnown,
  updatePattern,
} from '../../../db/queries/patterns.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { afterLook } from '../../domain/patterns/after-look.ts'
import type { Detected } from '../../domain/patterns/detectors.ts'
import type { PatternKind } from '../../domain/patterns/kinds.ts'
import type { Lookup, VerbContext } from '../context.ts'

/** What was looked at, and what was found of it; null for nothing. */
export type Look = Pick<
  PatternRow,
  'subjectId' | 'shown' | 'siteId' | 'batchId' | 'provinceCode' | 'communeCode'
> & { readonly detected: Detected | null }

const A_BATCH = 100

/**
 * Keeps what looks of one kind found. It follows from rows that are there and nobody did it, so it
 * is no business of change() and its log. Returns how many were found, or found again.
 */
export async function storeLooks(
  ctx: Pick<VerbContext, 'db' | 'now' | 'newId' | 'giveWay'>,
  kind: PatternKind,
  looks: readonly Look[],
): Promise<number> {
  let found = 0
  for (let at = 0; at < looks.length; at += A_BATCH) {
    await ctx.giveWay()
    const some = looks.slice(at, at + A_BATCH)
    const known = await readKnown(ctx.db, {
      kind,
      subjectIds: some.map(({ subjectId }) => subjectId),
    })
    const bySubject = new Map(known.map((row) => [row.subjectId, row]))
    for (const look of some) {
      const before = bySubject.get(look.subjectId) ?? null
      const result = afterLook(before, look.detected)
      if (result.kind === 'nothing') continue
      if (result.kind === 'found' || result.kind === 'again') found += 1
      const statements = statementsOf(ctx, { kind, look, before })
      await runBatch(ctx.db, statements).catch(ifNotFaster)
    }
  }
  return found
}

type About = {
  readonly kind: PatternKind
  readonly look: Look
  readonly before: KnownPattern | null
}

function statementsOf(
  { db, now, newId }: Pick<VerbContext, 'db' | 'now' | 'newId'>,
  { kind, look, before }: About,
): Statement[] {
  const { detected, ...subject } = look
  const at = now()
  if (before === null) {
    if (detected === null) return []
    return [
      insertPattern(db, {
        ...{
          id: newId(),
          kind,
          ...subject,
          ...detected,
          state: 'open',
          foundAt: at,
          changedAt: at,
        },
        ...{ decidedAt: null, decidedBy: null, reason: null, dismissedLevel: null, caseId: null },
        version: 1,
      }),
    ]
  }
  const isAgain = before.state === 'gone' || before.state === 'dismissed'
  const undecided = { state: 'open', decidedAt: null, decidedBy: null, reason: null } as const
  const set =
    detected === null
      ? ({ state: 'gone', changedAt: at } as const)
      : { ...detected, shown: look.shown, changedAt: at, ...(isAgain ? undecided : {}) }
  return [guardStatement(db, patternIs(before)), updatePattern(db, { id: before.id, set })]
}

/** An officer decided just now: the next look sees it. */
function ifNotFaster(error: unknown): void {
  if (!isGuardRefusal(error)) throw error
}

/** Notes up to where a kind of look went; by itself, as above. */
export function moveCursor({ db }: Lookup, name: string, at: number): Promise<void> {
  return runBatch(db, [setCursor(db, name, at)])
}
