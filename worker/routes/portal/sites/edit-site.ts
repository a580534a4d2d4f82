import type { FormView } from '../../../../site/models/portal-common.ts'
import type { SiteFormModel } from '../../../../site/models/sites.ts'
import { fill } from '../../../copy/fill.ts'
import { ORGANISATION_KINDS } from '../../../copy/names.ts'
import { SITES_FORM_COPY as F } from '../../../copy/portal/sites-form.ts'
import { unitName } from '../../../copy/units.ts'
import { reachOf } from '../../../domain/access/permissions.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { formInputs } from '../../../resources/form.ts'
import { siteFields } from '../../../resources/site.ts'
import { createSite } from '../../../verbs/sites/create-site.ts'
import type { KindField } from '../../../verbs/sites/kind-fields.ts'
import { loadSiteForm, loadSiteKind } from '../../../verbs/sites/load-site-form.ts'
import { communeChoices } from '../../../verbs/sites/resolve-commune.ts'
import { holderChoices } from '../../../verbs/sites/resolve-holder.ts'
import { updateSite } from '../../../verbs/sites/update-site.ts'
import { answerForm } from '../answer-form.ts'
import { choicesOf } from '../codes/choices.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { readSiteForm, rowCount } from './read-site-form.ts'
import { siteFormValues } from './site-form-values.ts'

/** Blank rows after those that are filled. */
const SPARE_ROWS = 3

/** `GET /portal/sites/new?kind=`. */
export async function showNewSite(portal: Portal): Promise<Response> {
  const kind = await loadSiteKind(portal.ctx, portal.c.req.query('kind') ?? 'growing_area')
  const way = portal.c.req.query('way')
  const after = portal.c.req.query('next') === 'application' ? { next: 'application' } : {}
  const form = freshForm({ ...(way === undefined ? {} : { way }), ...after })
  return showForm(portal, { ...newForm(portal, kind), form })
}

/** `POST /portal/sites/new`. */
export async function addSite(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const kind = await loadSiteKind(ctx, textOf(form, 'kind'))
  return answerForm(portal, {
    act: async () => {
      const { id } = await createSite({
        ctx,
        input: {
          ...readSiteForm(form),
          kind: kind.id,
          organisation: textOf(form, 'organisation'),
          organisationId: textOf(form, 'organisationId'),
          holderKind: textOf(form, 'holderKind'),
        },
      })
      const way = form.get('way')
      if (typeof way === 'string') return seeOther(portal, grantPath(id, way))
      if (textOf(form, 'next') === 'application') {
        return seeOther(portal, `/portal/applications/for/${encodeURIComponent(id)}`)
      }
      return seeOther(portal, `/portal/sites/${encodeURIComponent(id)}?done=created`)
    },
    refused: (view, status) => showForm(portal, { ...newForm(portal, kind), form: view }, status),
  })
}

/** `GET /portal/sites/{id}/edit`. */
export async function showEditSite(portal: Portal): Promise<Response> {
  const loaded = await loadSiteForm(portal.ctx, portal.param('id'))
  const form = freshForm(siteFormValues(loaded))
  return showForm(portal, { ...editForm(loaded, portal.lang), form })
}

/** `POST /portal/sites/{id}/edit`. */
export async function editSite(portal: Portal): Promise<Response> {
  const { ctx, param, form, lang } = portal
  const id = param('id')
  const loaded = await loadSiteForm(ctx, id)
  return answerForm(portal, {
    act: async () => {
      const version = Number(textOf(form, 'version'))
      const reason = textOf(form, 'reason')
      await updateSite({ ctx, input: { ...readSiteForm(form), id, version, reason } })
      return seeOther(portal, `/portal/sites/${encodeURIComponent(id)}?done=saved`)
    },
    refused: (view, status) => showForm(portal, { ...editForm(loaded, lang), form: view }, status),
  })
}

/** Back to the grant that waits for the place, with all that was typed in it. */
function grantPath(siteId: string, way: string): string {
  const query = new URLSearchParams({ site: siteId, typed: way })
  return `/portal/codes/new?${query}`
}

type Loaded = Awaited<ReturnType<typeof loadSiteForm>>
type Kind = Awaited<ReturnType<typeof loadSiteKind>>
type Frame = Pick<
  SiteFormModel,
  'title' | 'action' | 'backHref' | 'hidden' | 'asksHolder' | 'asksReason'
> & {
  readonly kind: { readonly id: string; readonly labelSlot: string }
  readonly fields: readonly KindField[]
  readonly hasCrops: number
  readonly hasTreatments: number
}

function newForm({ person, lang }: Portal, kind: Kind): Frame {
  return {
    title: fill(F.newTitle[lang], { kind: kind.name[lang] }),
    action: '/portal/sites/new',
    backHref: '/portal/sites',
    hidden: [{ name: 'kind', value: kind.id }],
    asksHolder: reachOf(person.role, 'sites.write') !== 'own',
    asksReason: false,
    kind,
    fields: kind.fields,
    hasCrops: 0,
    hasTreatments: 0,
  }
}

function editForm({ site, fields, crops, treatments }: Loaded, lang: Language): Frame {
  const path = `/portal/sites/${encodeURIComponent(site.id)}`
  return {
    title: fill(F.editTitle[lang], { name: site.name }),
    action: `${path}/edit`,
    backHref: path,
    hidden: [],
    asksHolder: false,
    asksReason: true,
    kind: { id: site.kind, labelSlot: site.labelSlot },
    fields,
    hasCrops: crops.length,
    hasTreatments: treatments.length,
  }
}

async function showForm(
  portal: Portal,
  given: Frame & { readonly form: FormView },
  status = 200,
): Promise<Response> {
  const { ctx, lang } = portal
  const { kind, hasCrops, hasTreatments, fields, form, ...frame } = given
  const { errors, values } = form
  const typed = (name: string) => values[name]?.trim() || null
  const communes =
    errors['commune'] === undefined
      ? []
      : await communeChoices(ctx, {
          commune: typed('commune'),
          province: typed('province'),
          formerDistrict: typed('formerDistrict'),
          communeCode: null,
        })
  const holders =
    errors['organisation'] === undefined || !frame.asksHolder
      ? []
      : await holderChoices(ctx, values['organisation'] ?? '')
  return showPortalPage(
    portal,
    {
      kind: 'portal/sites/edit',
      ...frame,
      form,
      isHouse: kind.labelSlot === 'packing_house',
      inputs: {
        where: formInputs(siteFields({ kind, group: 'where' }), { lang }),
        size: formInputs(siteFields({ kind, group: 'size' }), { lang }),
        contact: formInputs(siteFields({ kind, group: 'contact' }), { lang }),
      },
      // The version a form began with goes along, however often it is refused; so does what waits for it.
      hidden: [
        ...frame.hidden,
        ...['version', 'way', 'next'].flatMap((name) => {
          const value = values[name]
          return value === undefined ? [] : [{ name, value }]
        }),
      ],
      holderKinds:
        errors['organisation'] === undefined && errors['holderKind'] === undefined
          ? []
          : choicesOf(ORGANISATION_KINDS, lang),
      ownProvince: portal.person.place.provinceCode !== null,
      holderChoices: holders.map(({ id, name }) => ({ value: id, text: name })),
      communeChoices: communes.map(({ communeCode, text }) => ({ value: communeCode, text })),
      fields: fields.map(({ id, name, unit, type }) => ({
        name: `details.${id}`,
        // Whatever is counted is named already: “Số cây”.
        label:
          unit === null || type === 'integer'
            ? name[lang]
            : `${name[lang]} (${unitName(unit, lang)})`,
        number: type !== 'text',
      })),
      cropRows: Math.max(hasCrops + SPARE_ROWS, rowCount(portal.form, 'crops')),
      treatmentRows: Math.max(hasTreatments + SPARE_ROWS, rowCount(portal.form, 'treatments')),
    },
    status,
  )
}
