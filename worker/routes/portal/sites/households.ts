import type { FormView } from '../../../../site/models/portal-common.ts'
import { SITES_FORM_COPY as F } from '../../../copy/portal/sites-form.ts'
import { formInputs } from '../../../resources/form.ts'
import { HOUSEHOLD } from '../../../resources/household.ts'
import { textsOf, versionOf } from '../../../resources/resource.ts'
import {
  addHousehold,
  editHousehold,
  openHousehold,
  removeHousehold,
} from '../../../verbs/sites/change-household.ts'
import { listHouseholds } from '../../../verbs/sites/list-households.ts'
import { answerForm } from '../answer-form.ts'
import { formRoute } from '../form-route.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { positionOf } from './show-site.ts'
import { siteDone } from './site-done.ts'
import { differenceText } from './site-facts-view.ts'
import { siteHead } from './site-head.ts'

/** `GET /portal/sites/{id}/households?after={position}`. */
export async function showHouseholds(
  portal: Portal,
  forms: { readonly form?: FormView; readonly listForm?: FormView } = {},
  status = 200,
): Promise<Response> {
  const { ctx, c, lang } = portal
  const after = positionOf(c.req.query('after'))
  const list = await listHouseholds({ ctx, input: { id: portal.param('id'), after } })
  const { site, rows, totals, difference, mayReadPhones, mayWrite, next } = list
  const path = `/portal/sites/${encodeURIComponent(site.id)}/households`
  return showPortalPage(
    portal,
    {
      kind: 'portal/sites/households',
      site: siteHead(site),
      done: siteDone(portal),
      rows,
      count: totals.count,
      areaHa: totals.areaHa,
      inputs: formInputs(HOUSEHOLD, { lang }),
      warning: difference === null ? null : differenceText(F.sumDiffers[lang], difference, lang),
      form: forms.form ?? freshForm(),
      listForm: forms.listForm ?? freshForm(),
      mayReadPhones,
      mayWrite,
      paging: {
        firstHref: after === 0 ? null : path,
        newerHref: null,
        olderHref: next === null ? null : `${path}?after=${next}`,
      },
    },
    status,
  )
}

/** `POST /portal/sites/{id}/households`. */
export async function postHousehold(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const id = portal.param('id')
  return answerForm(portal, {
    act: async () => {
      await addHousehold(ctx, { id, texts: typedValues(form) })
      return seeOther(portal, `${pathOf(id)}/households?done=householdAdded`)
    },
    refused: (view, status) => showHouseholds(portal, { form: view }, status),
  })
}

/** `/portal/sites/{id}/households/{householdId}`: one of them, to change or take off the list. */
export const householdRoutes: readonly PortalRoute[] = [
  ...formRoute({
    path: '/portal/sites/:id/households/:householdId',
    may: HOUSEHOLD.may.write,
    load: (portal) => openHousehold(portal.ctx, idsOf(portal)),
    values: ({ household }) => textsOf(HOUSEHOLD, household),
    stamp: ({ household }) => ({ version: versionOf(HOUSEHOLD, household) }),
    act: async (portal, { site }) => {
      const texts = typedValues(portal.form)
      const expected = texts['version'] ?? ''
      await editHousehold(portal.ctx, { ...idsOf(portal), texts, expected })
      return `${pathOf(site.id)}/households?done=householdSaved`
    },
    page: ({ lang }, { loaded: { site, household }, form }) => ({
      kind: 'portal/sites/household',
      site: siteHead(site),
      householdId: String(household['id']),
      name: String(household['name']),
      inputs: formInputs(HOUSEHOLD, { lang }),
      form,
    }),
  }),
  {
    method: 'POST',
    path: '/portal/sites/:id/households/:householdId/remove',
    may: HOUSEHOLD.may.write,
    handle: dropHousehold,
  },
]

async function dropHousehold(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const ids = idsOf(portal)
  await removeHousehold(ctx, { ...ids, expected: textOf(form, 'version') })
  return seeOther(portal, `${pathOf(ids.id)}/households?done=householdRemoved`)
}

function idsOf(portal: Portal): { id: string; householdId: string } {
  return { id: portal.param('id'), householdId: portal.param('householdId') }
}

function pathOf(id: string): string {
  return `/portal/sites/${encodeURIComponent(id)}`
}
