import { listApplicationPapers } from '../../../db/queries/application-papers.ts'
import { readBoundaryOf } from '../../../db/queries/sites-boundaries.ts'
import { type Answer, isSeenOnSite, missingAnswers } from '../../domain/applications/kinds.ts'
import {
  type ApplicationPaper,
  missingPapers,
  type PaperTemplate,
  papersFor,
} from '../../domain/applications/papers.ts'
import { type Asked, type TermRule, termRuleFor } from '../../domain/applications/terms.ts'
import type { ApplicationFacts } from '../../domain/applications/workflow.ts'
import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import type { OpenedApplication } from './open-application.ts'

/** What is known of an application beside its row. */
export type KnownApplication = {
  readonly markets: readonly string[]
  readonly crops: readonly string[]
  readonly rule: TermRule
  readonly papers: Awaited<ReturnType<typeof listApplicationPapers>>
  readonly wanted: readonly PaperTemplate[]
  readonly missing: {
    readonly answers: readonly Answer[]
    readonly papers: readonly ApplicationPaper[]
  }
  /** What the way of applications asks for. */
  readonly facts: ApplicationFacts
}

/** What is there of an application and what is missing, by the rules of the day it was handed in. */
export async function knowApplication(
  ctx: Pick<VerbContext, 'db' | 'now'>,
  { row, slot }: OpenedApplication,
): Promise<KnownApplication> {
  const [papers, boundary] = await Promise.all([
    listApplicationPapers(ctx.db, row.id),
    readBoundaryOf(ctx.db, row.siteId),
  ])
  const markets = linesOf(row.answers['markets'])
  const crops = linesOf(row.answers['crops'])
  const asked: Asked = {
    siteKind: slot,
    exportMarkets: markets.filter((market) => market !== 'VNM'),
    crops,
  }
  const day = dayOfRules(row.handedInOn, vietnamDateOf(ctx.now()))
  const { kind } = row
  const rule = termRuleFor(asked, day)
  const wanted = papersFor({ ...asked, kind }, day)
  const there = new Set<string>(papers.map((paper) => paper.kind))
  // A boundary that was drawn or handed in is the map.
  if (boundary !== null) there.add('site_map')
  const isExport = asked.exportMarkets.length > 0
  const missing = {
    answers: missingAnswers({ kind, slot, isExport }, row.answers),
    papers: missingPapers(wanted, there),
  }
  return {
    ...{ markets, crops, rule, papers, wanted, missing },
    facts: {
      formComplete: missing.answers.length === 0,
      papersComplete: missing.papers.length === 0,
      checkRequired: rule.checkRequired && isSeenOnSite(kind),
      checkOutcome: row.checkOutcome,
    },
  }
}

/** The lines of an answer that has several. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '')
}

function dayOfRules(handedInOn: string | null, today: CalendarDate): CalendarDate {
  return (handedInOn === null ? null : toCalendarDate(handedInOn)) ?? today
}
