import { residuePlan } from '../../db/schema/index.ts'
import { MARKET_RULE_COPY } from '../copy/portal/market-rule.ts'
import { RESIDUE_COPY as W } from '../copy/portal/residue.ts'
import { optionalLine } from './fields.ts'
import { cropField } from './market-rule.ts'
import { count } from './number-fields.ts'
import { resource } from './resource.ts'

/** A line of the sampling plan of a province: so many samples of a crop in a commune, in a year. */
export const RESIDUE_PLAN = resource({
  actions: { add: 'residue_plan.add', edit: 'residue_plan.edit' },
  entity: 'residue_plan',
  noun: W.planNoun,
  table: residuePlan,
  may: { read: 'residue_plans.read', write: 'residue_plans.write' },
  target: ({ provinceCode, communeCode }) => ({
    organisationId: null,
    place: { provinceCode, communeCode },
  }),
  fields: {
    year: count({ label: W.year, fixed: true, row: 'what' }),
    crop: cropField({ label: W.crop, hint: MARKET_RULE_COPY.cropHint, fixed: true }),
    communeName: optionalLine({
      ...{ label: W.commune, hint: W.planCommuneHint, max: 100, fixed: true },
    }),
    // A country takes some thousands a year.
    samples: count({ label: W.samples, row: 'what', most: 100_000 }),
  },
  initial: (now) => ({ createdAt: now }),
  check: ({ year }) => (year >= 2020 && year <= 2100 ? [] : [{ path: 'year', text: W.yearOdd }]),
})
