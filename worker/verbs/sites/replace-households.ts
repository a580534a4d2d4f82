import { sql } from 'drizzle-orm'
import { insertRecords } from '../../../db/queries/records.ts'
import {
  countHouseholds,
  deleteHouseholdsUpTo,
  type HouseholdTotals,
  listVersion,
  readHouseholds,
} from '../../../db/queries/sites-households.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import { type AreaDifference, areaDifference } from '../../lib/geo/area-difference.ts'
import type { OldTextFinding } from '../../lib/sheet/old-text.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { HOUSEHOLD, type Household } from '../../resources/household.ts'
import { type ChangePart, change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { listMissing, listUnreadable } from '../records/list-refusals.ts'
import { readHouseholdSheet } from './household-sheet.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'

export type HouseholdsPreview = {
  readonly site: SiteRow
  readonly households: readonly Household[]
  readonly areaHa: number
  /** Rows that cannot be taken, each with its reason. */
  readonly issues: readonly RowIssue[]
  readonly warnings: readonly string[]
  /** Texts in an old encoding, and whether the list is shown with them in Unicode. */
  readonly oldText: OldTextFinding | null
  readonly isConverted: boolean
  readonly difference: AreaDifference | null
  readonly before: HouseholdTotals
}

/** What a list of households would replace and with what; nothing is stored. */
export async function previewHouseholds({
  ctx,
  input,
}: Call<{
  id: string
  bytes: Uint8Array
  fileName: string
  field: string
  /** True to read texts in an old encoding as Unicode. */
  convertText?: boolean
}>): Promise<HouseholdsPreview> {
  const site = await openSiteForWriting(ctx, input.id)
  if (input.bytes.length === 0) throw listMissing(input.field)
  const read = (convertText: boolean) =>
    takeStepsGivingWay(readHouseholdSheet({ ...input, convertText }), ctx.giveWay)
  const { convertText = false } = input
  const asGiven = await read(convertText)
  // Headings may be written so too: the list can then be read in one way only.
  const isConverted = convertText || (!asGiven.result.ok && asGiven.oldText !== null)
  const { result, oldText } = isConverted === convertText ? asGiven : await read(true)
  if (!result.ok) throw listUnreadable(input.field, result.problem.message)
  const households = result.records.map(({ record }) => record)
  const areaHa = sumHa(households)
  const { totals } = await readHouseholds(ctx.db, { siteId: site.id, after: 0, limit: 1 })
  return {
    site,
    households,
    areaHa,
    issues: result.issues,
    warnings: result.warnings.flatMap(({ code, message }) =>
      code === 'old_text' ? [] : [message],
    ),
    ...{ oldText, isConverted },
    difference: areaDifference({ declaredHa: site.areaHa, computedHa: areaHa }),
    before: totals,
  }
}

/**
 * Puts a list of households in the place of the one there is, whole or not at all. `version` is that
 * of the list that was looked at: changed since, it is a `conflict`.
 */
export async function replaceHouseholds({
  ctx,
  input,
}: Call<{ id: string; list: string; version: string }>): Promise<{ count: number }> {
  const bytes = new TextEncoder().encode(input.list)
  const preview = await previewHouseholds({
    ctx,
    input: { id: input.id, bytes, fileName: 'danh-sach-ho.csv', field: 'list' },
  })
  const { site, households, before } = preview
  if (households.length === 0) throw listMissing('list')
  const { version } = input
  const { areaHa } = preview
  await change(ctx, {
    may: HOUSEHOLD.may.write,
    target: targetOf(site),
    ...householdsChange(ctx, { siteId: site.id, households, areaHa, version, before }),
  })
  return { count: households.length }
}

/** What puts a list of households in the place of the one that was looked at, and what must hold. */
export function householdsChange(
  ctx: VerbContext,
  given: {
    readonly siteId: string
    readonly households: readonly Household[]
    readonly areaHa: number
    /** Of the list there is. */
    readonly version: string
    readonly before: Pick<HouseholdTotals, 'count' | 'areaHa'>
  },
) {
  const { siteId, households, areaHa, version, before } = given
  const first = lastPosition(version) + 1
  const rows = households.map((household, index) => ({
    id: ctx.newId(),
    siteId,
    position: first + index,
    createdAt: ctx.now(),
    ...HOUSEHOLD.derive?.(household),
    ...household,
  }))
  return {
    // Nor has any been added behind the last, whose position the new ones go on from.
    guards: [{ holds: sql`${listVersion(siteId)} = ${version}`, refusal: siteChanged }],
    statements: [
      insertRecords(ctx.db, HOUSEHOLD.table, rows),
      deleteHouseholdsUpTo(ctx.db, siteId, first - 1),
      countHouseholds(ctx.db, siteId),
    ],
    audit: [
      {
        action: 'site.household.replace',
        entity: HOUSEHOLD.entity,
        entityId: siteId,
        before: { count: before.count, areaHa: before.areaHa },
        after: { count: rows.length, areaHa },
      },
    ],
  } satisfies ChangePart
}

function lastPosition(version: string): number {
  const position = version.split(':')[1] ?? ''
  // A version nobody was given is no list's, and nothing is taken away for it.
  return /^\d{1,15}$/.test(position) ? Number(position) : 0
}

/** The land of households together, to a square metre. */
export function sumHa(households: readonly Household[]): number {
  const squareMetres = households.reduce((sum, { areaHa }) => sum + (areaHa ?? 0) * 10_000, 0)
  return Math.round(squareMetres) / 10_000
}
