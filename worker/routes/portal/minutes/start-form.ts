import { INSPECTIONS_COPY as I } from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY as W } from '../../../copy/portal/minutes.ts'
import { saidIn } from '../../../domain/inspections/form/form.ts'
import { INSPECTION_KINDS } from '../../../domain/inspections/kinds.ts'
import { formInputs, initialTexts } from '../../../resources/form.ts'
import { MINUTES_START } from '../../../resources/minutes.ts'
import { formsInUse } from '../../../verbs/inspection-forms/forms-in-use.ts'
import { findSite } from '../../../verbs/inspections/find-site.ts'
import { startMinutes } from '../../../verbs/minutes/start-minutes.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import { INSPECTIONS_PATH } from '../inspections/inspection-path.ts'
import { DRAFTS_PATH, NEW_PATH, stepPath } from './paths.ts'

/** Where minutes are begun; `?site=&visit=` name the place and the visit of a plan. */
export const startForm = formRoute({
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
  act: async (portal) => {
    const texts = typedValues(portal.form)
    const { id } = await actOnce(portal, (ctx) => startMinutes({ ctx, input: { texts } }))
    return stepPath(id, 'ask')
  },
  page: ({ lang }, { loaded, form }) => {
    const { site } = loaded
    const fitting = loaded.forms.filter((each) => site === null || each.form.siteKind === site.slot)
    return {
      kind: 'portal/record',
      title: W.startTitle[lang],
      ...(site === null ? {} : { facts: [{ label: I.site[lang], text: site.name }] }),
      note: W.startNote[lang],
      id: site?.code ?? null,
      action: NEW_PATH,
      backHref: INSPECTIONS_PATH,
      save: W.start[lang],
      hidden: ['siteId', 'visitId'],
      inputs: formInputs(MINUTES_START, { lang }).flatMap((input) => {
        if (input.name === 'code') return site === null ? [{ ...input, required: true }] : []
        if (input.name !== 'formId') return [input]
        const choices = fitting.map((each) => ({
          ...{ value: each.id, text: saidIn(each.form.title, lang) },
        }))
        // One alone needs no choosing.
        return choices.length < 2 ? [] : [{ ...input, type: 'select' as const, choices }]
      }),
      sections: [
        {
          id: 'drafts',
          title: W.drafts[lang],
          links: [{ href: DRAFTS_PATH, text: W.drafts[lang] }],
        },
      ],
      form,
    }
  },
})
