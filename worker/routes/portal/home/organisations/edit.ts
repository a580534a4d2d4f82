import type { Choice, FormView } from '../../../../../site/models/portal-common.ts'
import { addOrganisation } from '../../../../verbs/organisations/add-organisation.ts'
import {
  editedColumns,
  organisationVersion,
} from '../../../../verbs/organisations/organisation-version.ts'
import { provinceNames } from '../../../../verbs/organisations/place-of-organisation.ts'
import { readOneOrganisation } from '../../../../verbs/organisations/read-organisations.ts'
import { updateOrganisation } from '../../../../verbs/organisations/update-organisation.ts'
import { freshForm, refusedForm } from '../../form-view.ts'
import type { Portal } from '../../portal-route.ts'
import { seeOther, showPortalPage } from '../../show-portal-page.ts'
import { organisationForm } from './organisation-form.ts'

const PATH = '/portal/organisations'

/** `GET /portal/organisations/new`. */
export function newOne(portal: Portal): Promise<Response> {
  return showEdit(portal, { organisationId: null, form: freshForm() })
}

/** `POST /portal/organisations/new`. */
export async function createOne(portal: Portal): Promise<Response> {
  const { ctx, form, lang } = portal
  try {
    const sameNameOk = form.get('sameNameOk') === '1'
    const input = { ...organisationForm(form), sameNameOk }
    const { id } = await addOrganisation({ ctx, input })
    return seeOther(portal, `${PATH}/${id}?done=created`)
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return showEdit(portal, { organisationId: null, form: view, status })
  }
}

/** `GET /portal/organisations/{id}/edit`. */
export async function editOne(portal: Portal): Promise<Response> {
  const id = portal.c.req.param('id') ?? ''
  const { row } = await readOneOrganisation(portal.ctx, { id })
  const texts = Object.entries(editedColumns(row)).map(([name, value]) => [name, value ?? ''])
  const values = { ...Object.fromEntries(texts), version: await organisationVersion(row) }
  return showEdit(portal, { organisationId: id, form: freshForm(values) })
}

/** `POST /portal/organisations/{id}/edit`. */
export async function saveOne(portal: Portal): Promise<Response> {
  const { c, ctx, form, lang } = portal
  const organisationId = c.req.param('id') ?? ''
  try {
    const version = String(form.get('version') ?? '')
    const input = { ...organisationForm(form), organisationId, version }
    const changed = await updateOrganisation({ ctx, input })
    return seeOther(portal, `${PATH}/${organisationId}?done=${changed ? 'saved' : 'same'}`)
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    const values = { ...view.values, ...(await freshVersion(portal, organisationId, status)) }
    return showEdit(portal, { organisationId, form: { ...view, values }, status })
  }
}

/** Once told of another's change, whoever saves again means it; any other refusal changes nothing. */
async function freshVersion(
  portal: Portal,
  id: string,
  status: number,
): Promise<{ version?: string }> {
  if (status !== 409) return {}
  const { row } = await readOneOrganisation(portal.ctx, { id })
  return { version: await organisationVersion(row) }
}

async function showEdit(
  portal: Portal,
  input: { organisationId: string | null; form: FormView; status?: number },
): Promise<Response> {
  const { organisationId, form, status = 200 } = input
  const provinces = await provinceChoices(portal, form.values['provinceName'] ?? '')
  return showPortalPage(
    portal,
    { kind: 'portal/organisations/edit', organisationId, form, provinces },
    status,
  )
}

/** Provinces in force, and the one kept as written on old papers, so that it is not lost. */
async function provinceChoices(portal: Portal, now: string): Promise<Choice[]> {
  const choices = (await provinceNames(portal.ctx)).map((name) => ({ value: name, text: name }))
  if (now === '' || choices.some(({ value }) => value === now)) return choices
  return [{ value: now, text: now }, ...choices]
}
