import { PURCHASE_FLAG_NAMES } from '../../copy/portal/purchase.ts'
import { PURCHASES_COPY as P } from '../../copy/portal/purchases.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import type { JudgedLine } from '../../domain/purchases/judge-lines.ts'
import { periodKey } from '../../domain/purchases/periods.ts'
import { PURCHASE_LINE, PURCHASE_LIST, PURCHASE_REPORT } from '../../resources/purchase.ts'
import { textsOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { targetOfOrganisation } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { conflict } from '../guard/refusals.ts'
import { listMissing } from '../records/list-refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { type HandedList, type ListLook, readTypedList } from '../records/typed-list.ts'
import { type ListedReport, type Outcome, outcomesOf } from './listed-reports.ts'
import { versionOf } from './version-of.ts'

type ListedLine = { readonly line: JudgedLine; readonly report: ListedReport }

/** What a list of reports would add, with what is odd about each line; nothing is stored. */
export async function lookAtReports(ctx: VerbContext, list: HandedList): Promise<ListLook<Texts>> {
  const look = await readReports(ctx, list)
  return { ...look, added: look.added.map(asTyped) }
}

/** Stores the reports of a list, all of them or none. A list corrects nothing. */
export async function saveReportList(
  ctx: VerbContext,
  list: HandedList,
): Promise<{ readonly count: number }> {
  const { added } = await readReports(ctx, list)
  if (added.length === 0) throw listMissing(list.field)
  const reports = [...new Set(added.map(({ report }) => report))]
  const action = PURCHASE_REPORT.actions.list
  const versions = reports.map((report) =>
    versionOf(ctx, { ...report, reason: null, isWithdrawn: false, action }),
  )
  return change(ctx, {
    may: 'purchases.write',
    targets: reports.map(({ reporter }) => targetOfOrganisation(reporter)),
    guards: versions.flatMap(({ guards }) => guards),
    statements: versions.flatMap(({ statements }) => statements),
    audit: versions.map(({ audit }) => audit),
    tell: versions.flatMap(({ tell }) => tell),
    taken: () => conflict(R.listHasOther),
    receipt: { count: added.length },
  })
}

async function readReports(ctx: VerbContext, list: HandedList): Promise<ListLook<ListedLine>> {
  requireAny(ctx, 'purchases.write')
  let outcomes: ReadonlyMap<Texts, Outcome> = new Map()
  const described = { described: PURCHASE_LIST, id: 'purchases', title: P.listTitle.vi }
  return readTypedList<ListedLine>(ctx, described, {
    ...list,
    // Lines of one report are judged together: none of them is taken without the others.
    prepare: async (rows) => {
      outcomes = await outcomesOf(ctx, rows)
    },
    read: (texts) => {
      const outcome = outcomes.get(texts)
      if (outcome === undefined) throw new Error('a row of a list was not judged')
      switch (outcome.kind) {
        case 'refused':
          throw outcome.problem
        case 'nothing':
          return null
        case 'new':
          return { line: outcome.line, report: outcome.report }
      }
    },
  })
}

function asTyped({ line, report }: ListedLine): Texts {
  return {
    ...textsOf(PURCHASE_LINE, { ...line, crop: line.cropName }),
    period: periodKey(report.days),
    organisation: report.reporter.name,
    note: line.flags.map((flag) => PURCHASE_FLAG_NAMES[flag].vi).join(', '),
  }
}
