import {
  findOrganisationsNamed,
  type OrganisationRow,
  readOrganisation,
} from '../../../db/queries/organisations.ts'
import {
  type PurchaseReportItem,
  readLinesOf,
  readStandingReport,
} from '../../../db/queries/purchase-reports.ts'
import { fillAll } from '../../copy/fill.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import type { JudgedLine, LineFault, TypedLine } from '../../domain/purchases/judge-lines.ts'
import { type Days, periodKey } from '../../domain/purchases/periods.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { PURCHASE_ROW } from '../../resources/purchase.ts'
import { inputOf } from '../../resources/resource.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { boundsOf, mayDo } from '../guard/authorise.ts'
import { invalidField, invalidInput, parseInput } from '../guard/parse-input.ts'
import type { Texts } from '../records/save-record.ts'
import { judgeReport } from './judge-report.ts'
import { periodNamed, periodsIn } from './report-periods.ts'
import { sameLines } from './save-report.ts'

/** A report that a list brings. */
export type ListedReport = {
  readonly reporter: OrganisationRow
  readonly days: Days
  readonly before: PurchaseReportItem | null
  readonly lines: readonly JudgedLine[]
}

/** What becomes of a row of a list. */
export type Outcome =
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'new'; readonly line: JudgedLine; readonly report: ListedReport }

/** Reports that one list brings, at most: each is judged by itself. */
const MOST_REPORTS = 20

type ReadRow = { readonly texts: Texts; readonly line: TypedLine }
type Group = {
  readonly reporter: OrganisationRow
  readonly days: Days
  readonly rows: ReadRow[]
  /** Rows of it that cannot be read take the others with them. */
  hasFault: boolean
}

/** Judges the rows of a list, report by report. */
export async function outcomesOf(
  ctx: VerbContext,
  rows: readonly Texts[],
): Promise<ReadonlyMap<Texts, Outcome>> {
  const outcomes = new Map<Texts, Outcome>()
  const refuse = (texts: Texts, problem: Problem) =>
    void outcomes.set(texts, { kind: 'refused', problem })
  const reporterOf = await reportersOf(ctx, rows)
  const periodsOf = await periodsByProvince(ctx, reporterOf.all)
  const groups = new Map<string, Group>()
  for (const [place, texts] of rows.entries()) {
    try {
      const reporter = reporterOf.named(texts)
      const periods = periodsOf.get(reporter.provinceCode) ?? []
      const typed = texts['period']
      const days = periodNamed(typeof typed === 'string' ? typed : null, {
        ...{ periods, path: 'period' },
      })
      const key = `${reporter.id} ${periodKey(days)}`
      const group = groups.get(key) ?? { reporter, days, rows: [], hasFault: false }
      groups.set(key, group)
      if (groups.size > MOST_REPORTS) {
        throw invalidField('period', fillAll(R.listTooMany, { most: MOST_REPORTS }))
      }
      // From here on its report is known, and waits for it.
      group.hasFault = group.hasFault || !readInto(group, { texts, place, refuse })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refuse(texts, error)
    }
  }
  for (const group of [...groups.values()].slice(0, MOST_REPORTS)) {
    await ctx.giveWay()
    for (const [texts, outcome] of await judgeGroup(ctx, group)) outcomes.set(texts, outcome)
  }
  return outcomes
}

function readInto(
  group: Group,
  given: {
    readonly texts: Texts
    readonly place: number
    readonly refuse: (texts: Texts, problem: Problem) => void
  },
): boolean {
  const { texts, place, refuse } = given
  try {
    const { organisation: _, period: __, ...line } = parseInput(inputOf(PURCHASE_ROW), texts)
    group.rows.push({ texts, line: { place, ...line } })
    return true
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    refuse(texts, error)
    return false
  }
}

async function judgeGroup(
  ctx: VerbContext,
  group: Group,
): Promise<readonly (readonly [Texts, Outcome])[]> {
  const { reporter, days, rows, hasFault } = group
  const refusedAll = (problem: Problem) =>
    rows.map(({ texts }): [Texts, Outcome] => [texts, { kind: 'refused', problem }])
  if (hasFault) return refusedAll(invalidField('code', R.listHasFault))
  const { id: organisationId } = reporter
  const before = await readStandingReport(ctx.db, { organisationId, ...days })
  const typed = rows.map(({ line }) => line)
  const replacing = before?.id ?? null
  const { lines, faults } = await judgeReport(ctx, { organisationId, days, typed, replacing })
  if (faults.length > 0) {
    return rows.map(({ texts, line }) => [texts, refusedBy(faults, line.place)])
  }
  if (before !== null && !before.isWithdrawn) {
    const isSame = sameLines(await readLinesOf(ctx.db, before.id), lines)
    if (isSame) return rows.map(({ texts }) => [texts, { kind: 'nothing' }])
    return refusedAll(invalidField('period', R.listHasOther))
  }
  const report: ListedReport = { reporter, days, before, lines }
  return rows.map(({ texts, line }): [Texts, Outcome] => {
    const judged = lines.find(({ place }) => place === line.place)
    return [
      texts,
      judged === undefined ? { kind: 'nothing' } : { kind: 'new', line: judged, report },
    ]
  })
}

function refusedBy(faults: readonly LineFault[], place: number): Outcome {
  const own = faults.filter((fault) => fault.place === place)
  const problem =
    own.length === 0
      ? invalidField('code', R.listHasFault)
      : invalidInput(own.map(({ field, text }) => ({ path: field, text })))
  return { kind: 'refused', problem }
}

/** Who reports: whoever acts, or of an office the organisations that rows name. */
async function reportersOf(ctx: VerbContext, rows: readonly Texts[]) {
  const bounds = boundsOf(ctx, 'purchases.write')
  if (bounds?.kind === 'organisation') {
    const own = await readOrganisation(ctx.db, bounds.organisationId)
    if (own === null) throw new Error('an organisation of somebody who acts is not there')
    return {
      all: [own],
      named: (texts: Texts) => {
        const name = nameIn(texts)
        if (name === '' || name === own.nameFolded) return own
        throw invalidField('organisation', R.notYours)
      },
    }
  }
  const names = [...new Set(rows.map(nameIn))]
  const found = await findOrganisationsNamed(ctx.db, names)
  const all = found.filter((row) => mayDo(ctx.actor, 'purchases.write', targetOfOrganisation(row)))
  return {
    all,
    named: (texts: Texts) => {
      const name = nameIn(texts)
      if (name === '') throw invalidField('organisation', R.organisationMissing)
      const [only, ...others] = all.filter(({ nameFolded }) => nameFolded === name)
      if (only === undefined) throw invalidField('organisation', R.organisationUnknown)
      if (others.length > 0) throw invalidField('organisation', R.organisationSeveral)
      return only
    },
  }
}

async function periodsByProvince(ctx: VerbContext, reporters: readonly OrganisationRow[]) {
  const provinces = [...new Set(reporters.map(({ provinceCode }) => provinceCode))]
  const read = await Promise.all(
    provinces.map(async (code) => [code, await periodsIn(ctx, code)] as const),
  )
  return new Map(read)
}

function nameIn(texts: Texts): string {
  const typed = texts['organisation']
  return typeof typed === 'string' ? foldVietnamese(typed) : ''
}
