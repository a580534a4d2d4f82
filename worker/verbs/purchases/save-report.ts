import { type OrganisationRow, readOrganisation } from '../../../db/queries/organisations.ts'
import {
  type PurchaseLineRow,
  type PurchaseReportItem,
  readLinesOf,
  readStandingReport,
} from '../../../db/queries/purchase-reports.ts'
import { fillAll } from '../../copy/fill.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { periodName } from '../../copy/portal/period-name.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { JudgedLine } from '../../domain/purchases/judge-lines.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import {
  PURCHASE_CORRECTION,
  PURCHASE_REPORT,
  PURCHASE_WITHDRAWAL,
} from '../../resources/purchase.ts'
import { inputOf } from '../../resources/resource.ts'
import { type Change, change } from '../change.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { conflict, needsConfirmation, notFound } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'
import type { Texts } from '../records/save-record.ts'
import { judgeReport, questionsOf } from './judge-report.ts'
import { openReport } from './read-report.ts'
import { periodNamed, periodsIn } from './report-periods.ts'
import { typedLines } from './typed-lines.ts'
import { type NewVersion, versionOf } from './version-of.ts'

/** Who a report is of, where the actor may report for them; any other is simply not there. */
export async function openReporter(ctx: VerbContext, id: string): Promise<OrganisationRow> {
  requireAny(ctx, 'purchases.write')
  const row = await readOrganisation(ctx.db, id)
  if (row === null) throw notFound(THINGS.organisation)
  requirePermission(ctx, 'purchases.write', targetOfOrganisation(row))
  return row
}

type Said = { readonly texts: Texts; readonly confirmed: readonly string[] }

/**
 * Stores what an organisation bought and sold through coded areas in a period. Throws `invalid_input`
 * naming each field, `needs_confirmation` for what is odd, `conflict` where the period is reported.
 */
export async function addReport({
  ctx,
  input,
}: Call<Said & { readonly organisationId: string; readonly period: string | null }>): Promise<{
  id: string
}> {
  const reporter = await openReporter(ctx, input.organisationId)
  const { id: organisationId, provinceCode } = reporter
  const periods = await periodsIn(ctx, provinceCode)
  const { fromOn, toOn } = periodNamed(input.period, { periods, path: 'period' })
  const before = await readStandingReport(ctx.db, { organisationId, fromOn, toOn })
  const there = fillAll(R.there, { period: periodName({ fromOn, toOn }) })
  if (before !== null && !before.isWithdrawn) throw conflict(there)
  const lines = await linesSaid(ctx, { ...input, organisationId, days: { fromOn, toOn }, before })
  return store(ctx, {
    ...{ reporter, days: { fromOn, toOn }, before, lines, reason: null, isWithdrawn: false },
    action: PURCHASE_REPORT.actions.add,
    taken: () => conflict(there),
  })
}

/** Puts a further version in the place of one, with why; false where it says the same. */
export async function correctReport({
  ctx,
  input,
}: Call<Said & { readonly id: string }>): Promise<{ id: string; changed: boolean }> {
  const before = await openStanding(ctx, input.id)
  const { reason } = parseInput(inputOf(PURCHASE_CORRECTION), input.texts)
  const reporter = await openReporter(ctx, before.organisationId)
  const { fromOn, toOn, organisationId } = before
  const days = { fromOn, toOn }
  const lines = await linesSaid(ctx, { ...input, organisationId, days, before })
  const were = await readLinesOf(ctx.db, before.id)
  if (sameLines(were, lines)) return { id: before.id, changed: false }
  const action = PURCHASE_REPORT.actions.correct
  const said = { reporter, days, before, lines, reason, isWithdrawn: false }
  const { id } = await store(ctx, { ...said, action, taken: () => conflict(R.gone) })
  return { id, changed: true }
}

/** Withdraws a report, with why: a further version without lines. The period may be reported anew. */
export async function withdrawReport({ ctx, input }: Filled): Promise<{ id: string }> {
  const before = await openStanding(ctx, input.id)
  const { reason } = parseInput(inputOf(PURCHASE_WITHDRAWAL), input.texts)
  const reporter = await openReporter(ctx, before.organisationId)
  const { fromOn, toOn } = before
  return store(ctx, {
    ...{ reporter, days: { fromOn, toOn }, before, lines: [], reason, isWithdrawn: true },
    action: PURCHASE_REPORT.actions.withdraw,
    taken: () => conflict(R.gone),
  })
}

/** A version that may still be corrected: the one that counts. */
async function openStanding(ctx: VerbContext, id: string): Promise<PurchaseReportItem> {
  const { row } = await openReport(ctx, id, 'purchases.write')
  requireStanding(row)
  return row
}

/** Throws `conflict` for a version that counts no more. */
export function requireStanding({
  replacedBy,
  isWithdrawn,
}: Pick<PurchaseReportItem, 'replacedBy' | 'isWithdrawn'>): void {
  if (replacedBy !== null || isWithdrawn) throw conflict(R.gone)
}

async function linesSaid(
  ctx: VerbContext,
  said: Said & {
    readonly organisationId: string
    readonly days: Days
    readonly before: PurchaseReportItem | null
  },
): Promise<readonly JudgedLine[]> {
  const { texts, confirmed, organisationId, days, before } = said
  const typed = typedLines(texts)
  const replacing = before?.id ?? null
  const { lines, faults } = await judgeReport(ctx, { organisationId, days, typed, replacing })
  if (faults.length > 0) {
    throw invalidInput(faults.map(({ place, field, text }) => ({ path: `${field}${place}`, text })))
  }
  const open = questionsOf(lines).filter(({ code }) => !confirmed.includes(code))
  if (open.length > 0) throw needsConfirmation(open)
  return lines
}

async function store(
  ctx: VerbContext,
  said: NewVersion & {
    readonly action: AuditAction
    readonly taken: NonNullable<Change['taken']>
  },
): Promise<{ id: string }> {
  const { reporter, action, taken } = said
  const { id, guards, statements, audit, tell } = versionOf(ctx, { ...said, action })
  return change(ctx, {
    may: 'purchases.write',
    target: targetOfOrganisation(reporter),
    ...{ guards, statements, tell, taken },
    audit: audit,
    receipt: { id },
  })
}

type LineSaid = Pick<
  PurchaseLineRow,
  'codeId' | 'cropFolded' | 'boughtKg' | 'soldKg' | 'destination' | 'counterpart'
>

/** True where two versions say the same, in whatever order. */
export function sameLines(a: readonly LineSaid[], b: readonly LineSaid[]): boolean {
  const said = (lines: readonly LineSaid[]) =>
    lines
      .map(({ codeId, cropFolded, boughtKg, soldKg, destination, counterpart }) =>
        JSON.stringify([codeId, cropFolded, boughtKg, soldKg, destination, counterpart]),
      )
      .sort()
      .join('\n')
  return said(a) === said(b)
}
