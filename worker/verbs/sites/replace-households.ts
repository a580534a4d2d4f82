import { sql } from 'drizzle-orm'
import {
  countHouseholds,
  deleteHouseholdsUpTo,
  type HouseholdFacts,
  type HouseholdTotals,
  insertHouseholds,
  listVersion,
  readHouseholds,
} from '../../../db/queries/sites-households.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import type { RowIssue } from '../../domain/lists/records/import-result.ts'
import { type AreaDifference, areaDifference } from '../../lib/geo/area-difference.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { invalidInput } from '../guard/parse-input.ts'
import { HOUSEHOLD_HEADINGS, readHouseholdSheet } from './household-sheet.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'
import { runGuarded } from './run-guarded.ts'

export type HouseholdsPreview = {
  readonly site: SiteRow
  readonly households: readonly HouseholdFacts[]
  readonly areaHa: number
  /** Rows that cannot be taken, each with its reason. */
  readonly issues: readonly RowIssue[]
  readonly warnings: readonly string[]
  readonly difference: AreaDifference | null
  readonly before: HouseholdTotals
}

/** What a list of households would replace and with what; nothing is stored. */
export async function previewHouseholds({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: { id: string; bytes: Uint8Array; fileName: string; field: string }
}): Promise<HouseholdsPreview> {
  const site = await openSiteForWriting(ctx, input.id)
  if (input.bytes.length === 0) throw nothingGiven(input.field)
  const result = await takeStepsGivingWay(readHouseholdSheet(input), ctx.giveWay)
  if (!result.ok) throw unreadable(input.field, result.problem.message)
  const households = result.records.map(({ record }) => record)
  const areaHa = sumHa(households)
  const { totals } = await readHouseholds(ctx.db, { siteId: site.id, after: 0, limit: 1 })
  return {
    site,
    households,
    areaHa,
    issues: result.issues,
    warnings: result.warnings.map(({ message }) => message),
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
}: {
  ctx: VerbContext
  input: { id: string; list: string; version: string }
}): Promise<{ count: number }> {
  const bytes = new TextEncoder().encode(input.list)
  const preview = await previewHouseholds({
    ctx,
    input: { id: input.id, bytes, fileName: 'danh-sach-ho.csv', field: 'list' },
  })
  const { site, households, before } = preview
  if (households.length === 0) throw nothingGiven('list')
  const rows = households.map((facts) => ({ id: ctx.newId(), ...facts }))
  await runGuarded(ctx.db, {
    condition: sql`${listVersion(site.id)} = ${input.version}`,
    refusal: siteChanged,
    statements: [
      insertHouseholds(ctx.db, { siteId: site.id, households: rows, at: ctx.now() }),
      deleteHouseholdsUpTo(ctx.db, site.id, lastPosition(input.version)),
      countHouseholds(ctx.db, site.id),
      auditStatement(ctx, {
        action: 'site.household.replace',
        entity: 'site',
        entityId: site.id,
        before: { count: before.count, areaHa: before.areaHa },
        after: { count: rows.length, areaHa: preview.areaHa },
      }),
    ],
  })
  return { count: rows.length }
}

/** The list as a text that {@link replaceHouseholds} reads back: headings, tabs, a line a household. */
export function householdsText(households: readonly HouseholdFacts[]): string {
  const head = HOUSEHOLD_HEADINGS
  const rows = households.map(({ name, plot, areaHa, treeCount, phone }) => [
    name,
    plot ?? '',
    areaHa === null ? '' : String(areaHa).replace('.', ','),
    treeCount === null ? '' : String(treeCount),
    phone ?? '',
  ])
  const clean = (cell: string) => cell.replace(/[\t\r\n"]+/g, ' ')
  return [head, ...rows].map((row) => row.map(clean).join('\t')).join('\n')
}

function lastPosition(version: string): number {
  const position = version.split(':')[1] ?? ''
  // A version nobody was given is no list's, and nothing is taken away for it.
  return /^\d{1,15}$/.test(position) ? Number(position) : 0
}

function sumHa(households: readonly HouseholdFacts[]): number {
  const squareMetres = households.reduce((sum, { areaHa }) => sum + (areaHa ?? 0) * 10_000, 0)
  return Math.round(squareMetres) / 10_000
}

function nothingGiven(field: string) {
  return invalidInput([{ path: field, text: SITE_REFUSALS.listMissing }])
}

function unreadable(field: string, reason: string): Problem {
  const text = fillAll(SITE_REFUSALS.listUnreadable, { reason })
  return new Problem({ code: 'invalid_input', text, errors: [{ path: field, text }] })
}
