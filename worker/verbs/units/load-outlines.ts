import * as z from 'zod'
import { putOutline, readOutlinedUnits } from '../../../db/queries/unit-outlines.ts'
import { readOutlines } from '../../lib/geo/read-outlines.ts'
import type { UnitLevel } from '../../lib/geo/unit-of-feature.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'
import { type AcceptedOutline, judgeOutline, type KnownUnits } from './judge-outline.ts'
import type { OutlineReason } from './outline-reason.ts'

/** A file of outlines; `read` gives its text, or why it cannot be had. */
export type OutlineFile = {
  readonly name: string
  readonly read: () => Promise<{ ok: true; text: string } | { ok: false; reason: OutlineReason }>
}

export type OutlineRefusal = {
  readonly file: string
  readonly code: string | null
  readonly reason: OutlineReason
}

export type OutlineReport = {
  readonly loaded: number
  readonly refused: readonly OutlineRefusal[]
  /** Units in force, and how many of them have an outline now. */
  readonly coverage: Readonly<Record<UnitLevel, { readonly have: number; readonly of: number }>>
}

const loadOutlinesInput = z.object({ source: lineField(200), trustCodes: z.boolean() })

/**
 * Loads outlines of provinces and communes, each in the place of the one before. What cannot be taken
 * is told with its reason and leaves the others alone; a unit is stored whole or not at all.
 */
export async function loadOutlines({
  ctx,
  input,
}: Call<{
  readonly files: readonly OutlineFile[]
  /** Where the outlines come from, in words. */
  readonly source: string
  /** Take a unit's number at its word where the file calls it by another name. */
  readonly trustCodes: boolean
  readonly onProgress?: (progress: { done: number; total: number }) => void
}>): Promise<OutlineReport> {
  requireAny(ctx, 'organisations.write')
  const { source, trustCodes } = parseInput(loadOutlinesInput, input)
  const units = await readOutlinedUnits(ctx.db)
  const known: KnownUnits = new Map(units.map((unit) => [`${unit.level}/${unit.code}`, unit]))
  const seen = new Map<string, string>()
  const refused: OutlineRefusal[] = []
  const store = outlineStore(ctx, { source, known })
  for (const { name: file, read } of input.files) {
    const got = await read()
    if (!got.ok) {
      refused.push({ file, code: null, reason: got.reason })
      continue
    }
    for (const found of readOutlines({ fileName: file, text: got.text })) {
      const judged = judgeOutline(found, { known, seen, trustCodes, file })
      if (judged.ok) await store.add(judged.outline)
      else refused.push({ file, code: found.code, reason: judged.reason })
      input.onProgress?.({ done: Math.min(seen.size, known.size - 1), total: known.size })
    }
  }
  await store.flush()
  input.onProgress?.({ done: known.size, total: known.size })
  return { loaded: seen.size, refused, coverage: coverageOf(known, seen) }
}

const BYTES_PER_BATCH = 1_000_000
const UNITS_PER_BATCH = 100

/** Stores outlines a batch at a time, each batch with its own row in the audit log. */
function outlineStore(ctx: VerbContext, given: { source: string; known: KnownUnits }) {
  const { source, known } = given
  let pending: AcceptedOutline[] = []
  let bytes = 0
  const flush = async () => {
    const batch = pending
    pending = []
    bytes = 0
    if (batch.length === 0) return
    const keys = batch.map(({ level, code }) => `${level}/${code}`)
    await change(ctx, {
      may: 'organisations.write',
      target: null,
      statements: batch.map((outline) => putOutline(ctx.db, { ...outline, source, at: ctx.now() })),
      audit: {
        action: 'units.outlines',
        entityId: batch.length === 1 ? (keys[0] ?? '') : `${keys.at(0)}…${keys.at(-1)}`,
        before: { outlined: keys.filter((key) => known.get(key)?.outlined) },
        after: { outlined: keys, source },
      },
    })
  }
  const add = async (outline: AcceptedOutline) => {
    if (bytes + outline.geojson.length > BYTES_PER_BATCH) await flush()
    pending.push(outline)
    bytes += outline.geojson.length
    if (pending.length >= UNITS_PER_BATCH) await flush()
  }
  return { add, flush }
}

function coverageOf(
  known: KnownUnits,
  seen: ReadonlyMap<string, string>,
): OutlineReport['coverage'] {
  const count = (level: UnitLevel) => {
    const units = [...known].filter(([, unit]) => unit.level === level)
    const have = units.filter(([key, unit]) => unit.outlined || seen.has(key))
    return { have: have.length, of: units.length }
  }
  return { province: count('province'), commune: count('commune') }
}
