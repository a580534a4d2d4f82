import type { Row } from '../../../db/queries/records.ts'
import { hasNoOverlap, readHouseholdName, readOverlap } from '../../../db/queries/seasons.ts'
import { readSite, readSiteLists } from '../../../db/queries/sites-rows.ts'
import { fill, fillAll } from '../../copy/fill.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { SEASON_STANDARD_NAMES, SEASON_COPY as W } from '../../copy/portal/season.ts'
import { lastDayOf, type SeasonSpan } from '../../domain/seasons/season-of.ts'
import { isInForce } from '../../domain/seasons/standards.ts'
import { DOMESTIC } from '../../lib/markets.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Season } from '../../resources/season.ts'
import type { Guard } from '../change.ts'
import type { Lookup, VerbContext } from '../context.ts'
import type { Problem, Question } from '../errors.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { RecordRules } from '../records/save-record.ts'

/** More tonnes from a hectare in one season than fruit, rice or vegetables give. */
const MOST_T_PER_HA = 80

/** Its household is one of the site; figures that hardly can be meant are asked about. */
export function seasonRules(ctx: VerbContext): RecordRules {
  return {
    complete: async (_, { values, before }) => ({
      ...(seasonIn(values).markets.length === 0 ? { markets: [DOMESTIC] } : {}),
      // A household that has left the list since keeps its season.
      ...(before === null ? { householdName: await householdOf(ctx, seasonIn(values)) } : {}),
    }),
    ask: async (_, { values }) => questionsOf(ctx, seasonIn(values)),
    guards: (row) => [noOverlap(ctx, spanOf(row))],
    keeps: (row) => [noOverlap(ctx, spanOf(row))],
  }
}

/** That no other season of the crop is on its ground, told with the one that is. */
export function noOverlap(ctx: Lookup, span: SeasonSpan): Guard {
  return { holds: hasNoOverlap(span), refusal: () => overlaps(ctx, span) }
}

async function overlaps(ctx: Lookup, span: SeasonSpan): Promise<Problem | null> {
  const other = await readOverlap(ctx.db, span)
  if (other === null) return null
  return conflict(
    inEach((lang) =>
      fill(W.overlaps[lang], {
        crop: other.crop,
        from: formatOn(other.startsOn, lang),
        to: formatOn(lastDayOf(other), lang),
      }),
    ),
  )
}

async function householdOf(ctx: VerbContext, values: Season): Promise<string | null> {
  const { siteId, householdId } = values
  if (householdId === null) return null
  const name = await readHouseholdName(ctx.db, { siteId, id: householdId })
  if (name === null) throw invalidField('householdId', W.noSuchHousehold)
  return name
}

async function questionsOf(ctx: VerbContext, values: Season): Promise<Question[]> {
  const [site, lists] = await Promise.all([
    readSite(ctx.db, values.siteId),
    readSiteLists(ctx.db, values.siteId),
  ])
  const areaHa = values.areaHa ?? site?.areaHa ?? null
  return [
    ...aboutStandard(values),
    ...aboutCrop(values, lists.crops),
    ...aboutArea(values.areaHa, site?.areaHa ?? null),
    ...aboutYield({ yieldKg: values.expectedYieldKg, areaHa }),
  ]
}

function aboutStandard({ standard, startsOn }: Season): Question[] {
  if (standard === null || isInForce(standard, startsOn)) return []
  const text = inEach((lang) =>
    fill(W.askStandard[lang], {
      standard: SEASON_STANDARD_NAMES[standard][lang],
      on: formatOn(startsOn, lang),
    }),
  )
  return [{ code: 'standard_not_in_force', text, figures: { standard, on: startsOn } }]
}

function aboutCrop({ crop }: Season, known: readonly { readonly crop: string }[]): Question[] {
  const folded = foldVietnamese(crop)
  const isKnown = known.some((each) => {
    const name = foldVietnamese(each.crop)
    return name.includes(folded) || folded.includes(name)
  })
  if (known.length === 0 || isKnown) return []
  return [{ code: 'crop_not_on_record', text: fillAll(W.askCrop, { crop }), figures: { crop } }]
}

function aboutArea(areaHa: number | null, siteHa: number | null): Question[] {
  if (areaHa === null || siteHa === null || areaHa <= siteHa) return []
  const text = inEach((lang) =>
    fill(W.askArea[lang], { area: formatNumber(areaHa, lang), of: formatNumber(siteHa, lang) }),
  )
  return [{ code: 'area_beyond_site', text, figures: { areaHa, siteHa } }]
}

/** More from a hectare than grows on one: how codes are lent shows here first. */
export function aboutYield(given: {
  readonly yieldKg: number | null
  readonly areaHa: number | null
}): Question[] {
  const { yieldKg, areaHa } = given
  if (yieldKg === null || areaHa === null || areaHa <= 0) return []
  const tonnes = yieldKg / 1000
  const rate = Math.round((tonnes / areaHa) * 10) / 10
  if (rate <= MOST_T_PER_HA) return []
  const text = inEach((lang) =>
    fill(W.askYield[lang], {
      tonnes: formatNumber(tonnes, lang),
      area: formatNumber(areaHa, lang),
      rate: formatNumber(rate, lang),
    }),
  )
  return [{ code: 'yield_too_high', text, figures: { yieldKg, areaHa } }]
}

/** The one cast: values and rows given to these rules were read by the fields of a season. */
function seasonIn(values: Row): Season {
  return values as Season
}

/** A row that is about to be stored, as far as its place and time go. */
export function spanOf(row: Row): SeasonSpan {
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null)
  return {
    id: String(row['id']),
    siteId: String(row['siteId']),
    householdId: text('householdId'),
    plotFolded: text('plotFolded'),
    cropFolded: String(row['cropFolded']),
    startsOn: String(row['startsOn']),
    expectedToOn: String(row['expectedToOn']),
    endedOn: text('endedOn'),
  }
}
