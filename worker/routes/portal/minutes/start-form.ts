import { INSPECTIONS_COPY as I } from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY as W } from '../../../copy/portal/minutes.ts'
import { saidIn } from '../../../domain/inspections/form/form.ts'
import { INSPECTION_KINDS } from '../../../domain/inspections/kinds.ts'
import { formInputs, initialTexts } from '../../../resources/form.ts'
import { MINUTES_START } from '../../../resources/minutes.ts'
import { formsInUse } from '../../../verbs/inspection-forms/forms-in-use.ts'
import { findSite } from '../../../verbs/inspections/find-site.ts'
import { startMinutes } from '../../../verbs/minutes/start-minutes.ts'
import { INSPECTIONS_PATH } from '../inspections/inspection-path.ts'
import { recordForm } from '../record-form.ts'
import { DRAFTS_PATH, NEW_PATH, stepPath } from './paths.ts'

/** Where minutes are begun; `?site=&visit=` name the place and the visit of a plan. */
export const startForm = recordForm({
  path: NEW_PATH,
  may: 'inspections.write',
  load: async (portal) => {
    const { c, ctx, form } = portal
    const sent = form.get('siteId')
    const siteId = typeof sent === 'string' ? sent : (c.req.query('site') ?? '')
    const site = siteId === '' ? null : await findSite(ctx, { siteId, code: null })
    const kind = INSPECTION_KINDS.find((each) => each === c.req.query('kind'))
    return { site, kind, visitId: c.req.query('visit') ?? '', forms: await formsInUse(ctx) }
  },
  values: ({ site, kind, visitId }) => ({
    ...initialTexts(MINUTES_START),
    ...(kind === undefined ? {} : { kind }),
    ...(site === null ? {} : { siteId: site.id }),
    ...(visitId === '' ? {} : { visitId }),
  }),
  once: ({ ctx, texts }) => startMinutes({ ctx, input: { texts } }),
  back: INSPECTIONS_PATH,
  done: ({ id }) => stepPath(id, 'ask'),
  page: ({ lang }, { loaded }) => {
    const { site } = loaded
    const fitting = loaded.forms.filter((each) => site === null || each.form.siteKind === site.slot)
    return {
      title: W.startTitle[lang],
      ...(site === null ? {} : { facts: [{ label: I.site[lang], text: site.name }] }),
      note: W.startNote[lang],
      id: site?.code ?? null,
      save: W.start[lang],
      hidden: ['siteId', 'visitId'],
      inputs: formInputs(MINUTES_START, {
        lang,
        // One alone needs no choosing.
        without: [...(site === null ? [] : ['code']), ...(fitting.length < 2 ? ['formId'] : [])],
        choices: {
          formId: fitting.map(({ id, form }) => ({ value: id, text: saidIn(form.title, lang) })),
        },
      }).map((input) => (input.name === 'code' ? { ...input, required: true } : input)),
      sections: [
        {
          id: 'drafts',
          title: W.drafts[lang],
          links: [{ href: DRAFTS_PATH, text: W.drafts[lang] }],
        },
      ],
    }
  },
})
