import { sql } from 'drizzle-orm'
import { residueSample } from '../../db/schema/index.ts'
import { fillAll } from '../copy/fill.ts'
import { ANALYSIS_COPY, RESIDUE_COPY as W } from '../copy/portal/residue.ts'
import type { Target } from '../domain/access/permissions.ts'
import { cropKeyOf } from '../domain/crops/crop-key.ts'
import { isMarket } from '../lib/markets.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { ANALYSIS } from './analysis-fields.ts'
import { day, line, lines, optionalDay, optionalLine } from './fields.ts'
import { optionalProse, prose } from './prose-fields.ts'
import { type Fault, resource } from './resource.ts'

/** A sample for residues, planned or taken: what its form asks. Where it lies its verb looks up. */
export const RESIDUE_SAMPLE = resource({
  actions: {
    add: 'residue.add',
    edit: 'residue.edit',
    drop: 'residue.drop',
    results: 'residue.results',
  },
  entity: 'residue_sample',
  noun: W.noun,
  table: residueSample,
  may: { read: 'residues.read', write: 'residues.write' },
  target: targetOfSample,
  fields: {
    about: optionalLine({ label: W.about, hint: W.aboutHint, max: 120, code: true }),
    communeName: optionalLine({ label: W.commune, hint: W.communeHint, max: 100 }),
    cropName: line({ label: W.crop, max: 120 }),
    plannedOn: optionalDay({ label: W.plannedOn, row: 'days' }),
    takenOn: optionalDay({ label: W.takenOn, hint: W.takenHint, row: 'days' }),
    sampleNo: optionalLine({ label: W.sampleNo, max: 60, code: true, row: 'seal' }),
    takenBy: optionalLine({ label: W.takenBy, max: 120, row: 'seal' }),
    markets: lines({
      ...{ label: W.markets, hint: W.marketsHint, max: 10, most: 30 },
      ...{ type: 'checks' as const, group: 'markets' },
    }),
    note: optionalProse({ label: W.note, max: 1_000 }),
  },
  groups: { markets: W.markets },
  derive: ({ cropName, sampleNo, takenOn }) => ({
    crop: cropKeyOf(cropName),
    sampleNoFolded: sampleNo === null ? null : foldVietnamese(sampleNo),
    state: takenOn === null ? ('planned' as const) : ('taken' as const),
    version: sql`version + 1`,
  }),
  initial: (now) => ({ createdAt: now }),
  check: ({ takenOn, sampleNo, markets }) => {
    const faults: Fault[] = []
    if (takenOn !== null && sampleNo === null) {
      faults.push({ path: 'sampleNo', text: W.sampleNoNeeded })
    }
    if (!markets.every(isMarket)) faults.push({ path: 'markets', text: W.notAMarket })
    return faults
  },
})

/** A sample is of its place; it is its holder's once it was taken, for nobody is told beforehand that somebody comes. */
export function targetOfSample(
  row: Pick<
    typeof residueSample.$inferSelect,
    'organisationId' | 'takenOn' | 'provinceCode' | 'communeCode'
  >,
): Target {
  const { organisationId, takenOn, provinceCode, communeCode } = row
  return {
    organisationId: takenOn === null ? null : organisationId,
    place: { provinceCode, communeCode },
  }
}

/** What is said when a planned one is given up. */
export const RESIDUE_DROP = { fields: { reason: prose({ label: W.dropReason, max: 500 }) } }

/** What a laboratory's report says beside its results. */
export const RESIDUE_REPORT = {
  fields: {
    laboratory: line({ label: ANALYSIS_COPY.laboratory, max: 200 }),
    reportNo: { ...ANALYSIS.reportNo },
    reportedOn: day({ label: W.reportedOn }),
    correction: optionalLine({ label: W.correction, hint: W.correctionHint, max: 500 }),
  },
}

/** Results that one form asks for. */
export const MOST_RESULTS = 12
/** So many are asked openly; the others are folded. */
const OPEN_RESULTS = 3

/** The questions of a result by its place in the form; its inputs carry the number. */
export function resultFields(place: number) {
  const folded = place > OPEN_RESULTS ? { group: 'more' } : {}
  const row = `result${place}`
  return {
    analyte: optionalLine({ label: fillAll(W.analyteN, { n: place }), max: 100, row, ...folded }),
    result: optionalLine({ label: ANALYSIS_COPY.result, max: 100, row, ...folded }),
    unit: optionalLine({ label: ANALYSIS_COPY.unit, max: 30, row, ...folded }),
  }
}

/** The results of a report as fields of its form. */
export const RESULT_FORM = {
  groups: { more: W.more },
  fields: Object.fromEntries(
    Array.from({ length: MOST_RESULTS }, (_, at) => at + 1).flatMap((place) =>
      Object.entries(resultFields(place)).map(([name, field]) => [`${name}${place}`, field]),
    ),
  ),
}
