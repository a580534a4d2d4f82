import { readDaysOff } from '../../../db/queries/days-off.ts'
import { readKnownGoods } from '../../../db/queries/purchase-facts.ts'
import {
  listOwnReports,
  type PurchaseLineItem,
  type PurchaseReportItem,
  readLinesOf,
} from '../../../db/queries/purchase-reports.ts'
import { type Days, type OpenPeriod, periodDue, periodsOn } from '../../domain/purchases/periods.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { MOST_LINES, PURCHASE_LINE } from '../../resources/purchase.ts'
import { textsOf } from '../../resources/resource.ts'
import type { VerbContext } from '../context.ts'
import { openReporter } from './save-report.ts'

const REPORTS_LOOKED_AT = 24
/** Codes that stand ready without kilograms. */
const MOST_BLANK = 12

/** A form of a new report, filled in as far as is known here. */
export type FilledReport = {
  readonly organisationId: string
  readonly organisation: string
  readonly periods: readonly OpenPeriod[]
  /** The one that is due, unless another was asked for. */
  readonly period: OpenPeriod | null
  readonly texts: Readonly<Record<string, string>>
  /** True where the reporter grows: it sells without buying. */
  readonly isGrower: boolean
  /** The last report, whose lines may be taken over. */
  readonly last: PurchaseReportItem | null
}

/**
 * Fills a new report in: with the lines of the last one where that is asked for, else with what was
 * packed in the period, and with the codes that the organisation has or may use, without kilograms.
 * Nothing is guessed: what is not known stays blank.
 */
export async function fillReport(
  ctx: VerbContext,
  asked: {
    readonly organisationId: string
    readonly period: Days | null
    readonly likeLast: boolean
  },
): Promise<FilledReport> {
  const reporter = await openReporter(ctx, asked.organisationId)
  const { id: organisationId } = reporter
  const today = vietnamDateOf(ctx.now())
  const reports = await listOwnReports(ctx.db, {
    ...{ organisationId, after: null, limit: REPORTS_LOOKED_AT },
  })
  const standing = reports.filter(({ isWithdrawn }) => !isWithdrawn)
  const [first, daysOff] = await Promise.all([
    readKnownGoods(ctx.db, { organisationId, days: asked.period ?? NO_DAYS }),
    readDaysOff(ctx.db),
  ])
  const periods = periodsOn(today, { asked: first.periods, daysOff })
  const wanted = periods.find(
    (each) => each.fromOn === asked.period?.fromOn && each.toOn === asked.period.toOn,
  )
  const period = wanted ?? periodDue(periods, { today, reported: standing })
  const known =
    wanted !== undefined || period === null
      ? first
      : await readKnownGoods(ctx.db, { organisationId, days: period })
  const last = standing[0] ?? null
  const lines =
    asked.likeLast && last !== null ? await readLinesOf(ctx.db, last.id) : packedLines(known.packed)
  const named = new Set(lines.map(({ code }) => code))
  const more = known.codes
    .filter((code) => !named.has(code))
    .slice(0, MOST_BLANK)
    .map((code) => ({ code }))
  return {
    ...{ organisationId, organisation: reporter.name, periods, period, last },
    isGrower: known.isGrower,
    texts: textsOfLines([...lines, ...more].slice(0, MOST_LINES)),
  }
}

const NO_DAYS: Days = { fromOn: '0001-01-01', toOn: '0001-01-01' }

type KnownLine = { readonly code: string } & Partial<PurchaseLineItem>

/** What was packed is what was bought, as far as is known; where it goes only where there is one market. */
function packedLines(
  packed: Awaited<ReturnType<typeof readKnownGoods>>['packed'],
): readonly KnownLine[] {
  return packed.map(({ code, kg, markets }) => {
    const [only = null, ...others] = markets
    return { code, boughtKg: kg > 0 ? kg : null, destination: others.length === 0 ? only : null }
  })
}

/** Lines as their form shows them. */
export function textsOfLines(lines: readonly KnownLine[]): Record<string, string> {
  const texts = lines.flatMap((line, at) => {
    const row = { ...BLANK, ...line, crop: line.cropName ?? null }
    return Object.entries(textsOf(PURCHASE_LINE, row))
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [`${name}${at + 1}`, text])
  })
  return Object.fromEntries(texts)
}

const BLANK = { boughtKg: null, soldKg: null, destination: null, counterpart: null }
