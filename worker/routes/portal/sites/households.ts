import type { FormView } from '../../../../site/models/portal-common.ts'
import { SITES_FORM_WORDS as F } from '../../../copy/portal/sites-form-words.ts'
import {
  addHousehold,
  editHousehold,
  openHousehold,
  removeHousehold,
} from '../../../verbs/sites/change-household.ts'
import type { HouseholdInput } from '../../../verbs/sites/household-input.ts'
import { listHouseholds } from '../../../verbs/sites/list-households.ts'
import { freshForm, refusedForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { positionOf } from './show-site.ts'
import { siteDone } from './site-done.ts'
import { differenceText } from './site-facts-view.ts'
import { asTyped } from './site-form-values.ts'
import { siteHead } from './site-head.ts'

/** `GET /portal/sites/{id}/households?after={position}`. */
export async function showHouseholds(
  portal: Portal,
  forms: { readonly form?: FormView; readonly listForm?: FormView } = {},
  status = 200,
): Promise<Response> {
  const { ctx, c, lang } = portal
  const after = positionOf(c.req.query('after'))
  const list = await listHouseholds({ ctx, input: { id: idOf(portal), after } })
  const { site, rows, totals, difference, mayWrite, next } = list
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
      warning: difference === null ? null : differenceText(F.sumDiffers[lang], difference, lang),
      form: forms.form ?? freshForm(),
      listForm: forms.listForm ?? freshForm(),
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
  const { ctx, form, lang } = portal
  const id = idOf(portal)
  try {
    await addHousehold({ ctx, input: { id, ...typed(form) } })
    return seeOther(portal, `${pathOf(id)}/households?done=householdAdded`)
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return showHouseholds(portal, { form: view }, status)
  }
}

/** `GET /portal/sites/{id}/households/{householdId}`. */
export async function showHousehold(portal: Portal): Promise<Response> {
  const { household } = await openHousehold({ ctx: portal.ctx, input: idsOf(portal) })
  const { name, plot, areaHa, treeCount, phone, version } = household
  const values = { name, plot, areaHa, treeCount, phone, version }
  const texts = Object.entries(values).map(([key, value]) => [key, asTyped(value)] as const)
  return showOne(portal, freshForm(Object.fromEntries(texts)))
}

/** `POST /portal/sites/{id}/households/{householdId}`. */
export async function saveHousehold(portal: Portal): Promise<Response> {
  const { ctx, form, lang } = portal
  const ids = idsOf(portal)
  try {
    const version = textOf(form, 'version')
    await editHousehold({ ctx, input: { ...ids, ...typed(form), version } })
    return seeOther(portal, `${pathOf(ids.id)}/households?done=householdSaved`)
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return showOne(portal, view, status)
  }
}

/** `POST /portal/sites/{id}/households/{householdId}/remove`. */
export async function dropHousehold(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const ids = idsOf(portal)
  await removeHousehold({ ctx, input: { ...ids, version: textOf(form, 'version') } })
  return seeOther(portal, `${pathOf(ids.id)}/households?done=householdRemoved`)
}

async function showOne(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { site, household } = await openHousehold({ ctx: portal.ctx, input: idsOf(portal) })
  const { id, name } = household
  return showPortalPage(
    portal,
    { kind: 'portal/sites/household', site: siteHead(site), householdId: id, name, form },
    status,
  )
}

function typed(form: FormData): HouseholdInput {
  const [name, plot, areaHa] = [textOf(form, 'name'), textOf(form, 'plot'), textOf(form, 'areaHa')]
  return { name, plot, areaHa, treeCount: textOf(form, 'treeCount'), phone: textOf(form, 'phone') }
}

function idOf({ c }: Portal): string {
  return c.req.param('id') ?? ''
}

function idsOf(portal: Portal): { id: string; householdId: string } {
  return { id: idOf(portal), householdId: portal.c.req.param('householdId') ?? '' }
}

function pathOf(id: string): string {
  return `/portal/sites/${encodeURIComponent(id)}`
}
