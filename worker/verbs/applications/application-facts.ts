import { listApplicationPapers } from '../../../db/queries/application-papers.ts'
import { countOpenActions } from '../../../db/queries/findings.ts'
import { readMarketRules } from '../../../db/queries/market-rules.ts'
import { readBoundaryOf } from '../../../db/queries/sites-boundaries.ts'
import { readSiteLists } from '../../../db/queries/sites-rows.ts'
import {
  type Answer,
  type FormPart,
  isSeenOnSite,
  missingAnswers,
  partsOf,
} from '../../domain/applications/kinds.ts'
import {
  type AskDifference,
  askDifferences,
  isDeclared,
  type MarketAsk,
  type MarketFault,
  marketAsks,
  marketFaults,
} from '../../domain/applications/market-asks.ts'
import {
  type ApplicationPaper,
  missingPapers,
  type PaperTemplate,
  papersFor,
} from '../../domain/applications/papers.ts'
import { type Asked, type TermRule, termRuleFor } from '../../domain/applications/terms.ts'
import type { ApplicationFacts } from '../../domain/applications/workflow.ts'
import { cropKeyOf } from '../../domain/crops/crop-key.ts'
import { type CalendarDate, toCalendarDate } from '../../lib/time/calendar-date.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { inputOf } from '../../resources/resource.ts'
import { SITE } from '../../resources/site.ts'
import type { DatedLookup } from '../context.ts'
import type { OpenedApplication } from './open-application.ts'

/** What is known of an application beside its row. */
export type KnownApplication = {
  readonly markets: readonly string[]
  readonly crops: readonly string[]
  readonly rule: TermRule
  readonly papers: Awaited<ReturnType<typeof listApplicationPapers>>
  readonly wanted: readonly PaperTemplate[]
  /** What its markets ask today, what of it is not met, and what was asked otherwise when it was handed in. */
  readonly asks: readonly MarketAsk[]
  readonly faults: readonly MarketFault[]
  readonly differences: readonly AskDifference[]
  /** Hectares of a crop where the site says so, else of the place; null where nobody said. */
  readonly areaOf: (crop: string) => number | null
  readonly missing: {
    readonly answers: readonly Answer[]
    readonly papers: readonly ApplicationPaper[]
  }
  /** What the way of applications asks for. */
  readonly facts: ApplicationFacts
}

/** Parts of the form that are shown: where no market asks anything there is nothing to declare. */
export function shownParts(
  { row, slot }: OpenedApplication,
  { asks }: Pick<KnownApplication, 'asks'>,
): readonly FormPart[] {
  return partsOf(row.kind, slot).filter((part) => part !== 'rules' || asks.some(isDeclared))
}

/**
 * What is there of an application and what is missing, by the rules of the day it was handed in; what
 * its markets ask is that of today.
 */
export async function knowApplication(
  ctx: DatedLookup,
  { row, slot }: OpenedApplication,
): Promise<KnownApplication> {
  const markets = linesOf(row.answers['markets'])
  const crops = linesOf(row.answers['crops'])
  const [papers, boundary, rules, { crops: planted }, openActions] = await Promise.all([
    listApplicationPapers(ctx.db, row.id),
    readBoundaryOf(ctx.db, row.siteId),
    readMarketRules(ctx.db, { crops, markets }),
    readSiteLists(ctx.db, row.siteId),
    // Without minutes nobody knows what was to be put right, so nobody can have accepted it.
    row.inspectionId === null ? null : countOpenActions(ctx.db, row.inspectionId),
  ])
  const { kind } = row
  const today = vietnamDateOf(ctx.now())
  const exportMarkets = markets.filter((market) => market !== 'VNM')
  const asked: Asked = { siteKind: slot, exportMarkets, crops }
  const day = dayOfRules(row.handedInOn, today)
  const rule = termRuleFor(asked, day)
  const wanted = papersFor({ ...asked, kind }, day)
  const there = new Set<string>(papers.map((paper) => paper.kind))
  // A boundary that was drawn or handed in is the map.
  if (boundary !== null) there.add('site_map')
  const asks = marketAsks(rules, { kind, slot, crops, markets, day: today })
  const areaOf = areasOf(row, planted)
  const declared = new Set(linesOf(row.answers['declared']))
  const faults = marketFaults(asks, { declared, areaOf })
  const isFilling = row.state === 'draft' || row.state === 'supplement_requested'
  // Handed in before anything was asked: what was not declared is told, and nobody is refused for it.
  const wasNeverAsked = !isFilling && row.marketAsks === null
  const sure = faults.filter(({ ask }) => !ask.isDoubtful && !(wasNeverAsked && isDeclared(ask)))
  const answers = missingAnswers({ kind, slot, isExport: exportMarkets.length > 0 }, row.answers)
  const missing = {
    answers: sure.some(({ ask }) => isDeclared(ask)) ? [...answers, DECLARATIONS] : answers,
    papers: missingPapers(wanted, there),
  }
  return {
    ...{ markets, crops, rule, papers, wanted, missing, asks, faults, areaOf },
    differences:
      wasNeverAsked || row.marketAsks !== null ? askDifferences(row.marketAsks ?? [], asks) : [],
    facts: {
      formComplete: answers.length === 0,
      papersComplete: missing.papers.length === 0,
      marketRulesMet: sure.length === 0,
      checkRequired: (rule.checkRequired && isSeenOnSite(kind)) || row.checkRequired,
      checkOutcome: row.checkOutcome,
      actionsAccepted: openActions === 0,
    },
  }
}

const DECLARATIONS: Answer = { part: 'rules', name: 'declared' }
const AREA = { fields: { areaHa: SITE.fields.areaHa } }

/** Hectares that are planted to a crop, else those of the place as the application asks for it. */
function areasOf(
  { answers }: OpenedApplication['row'],
  planted: Awaited<ReturnType<typeof readSiteLists>>['crops'],
) {
  const { areaHa } = inputOf(AREA).parse(answers)
  return (crop: string): number | null => {
    const known = planted.flatMap((each) =>
      cropKeyOf(each.crop) === cropKeyOf(crop) && each.plantedAreaHa !== null
        ? [each.plantedAreaHa]
        : [],
    )
    return known.length === 0 ? areaHa : known.reduce((sum, each) => sum + each, 0)
  }
}

/** The lines of an answer that has several. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '')
}

function dayOfRules(handedInOn: string | null, today: CalendarDate): CalendarDate {
  return (handedInOn === null ? null : toCalendarDate(handedInOn)) ?? today
}
