import { ownSamplePlan } from '../../db/schema/index.ts'
import { OWN_PLAN_COPY as W } from '../copy/portal/own-sample-plan.ts'
import { cropKeyOf, cropName } from '../domain/crops/crop-key.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { day, line, optionalLine } from './fields.ts'
import { count } from './number-fields.ts'
import { optionalProse } from './prose-fields.ts'
import { resource } from './resource.ts'

/** So many samples of a crop under a code of one's own, in a season or a year, by a day. */
export const OWN_SAMPLE_PLAN = resource({
  actions: {
    add: 'own_sample_plan.add',
    edit: 'own_sample_plan.edit',
    remove: 'own_sample_plan.remove',
  },
  entity: 'own_sample_plan',
  noun: W.noun,
  table: ownSamplePlan,
  may: { read: 'residue_plans.own', write: 'residue_plans.own' },
  target: ({ organisationId }) => ({ organisationId, place: null }),
  fields: {
    codeId: line({ label: W.code, max: 60, fixed: true }),
    seasonId: optionalLine({ label: W.season, hint: W.seasonHint, max: 60 }),
    cropName: line({ label: W.crop, max: 120, row: 'what' }),
    samples: count({ label: W.samples, row: 'what', most: 10_000 }),
    dueOn: day({ label: W.dueOn, row: 'when' }),
    laboratory: optionalLine({ label: W.laboratory, max: 200, row: 'when' }),
    note: optionalProse({ label: W.note, max: 500 }),
  },
  derive: (values) => {
    const crop = cropKeyOf(values.cropName)
    return { crop, cropFolded: foldVietnamese(cropName(crop).vi) }
  },
  initial: (now) => ({ createdAt: now }),
})
