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
import { choicesOf } from '../codes/choices.ts'
import { formRoute } from '../form-route.ts'
import type { Portal } from '../portal-route.ts'
import type { PortalPagePart } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { readSiteForm, rowCount } from './read-site-form.ts'
import { siteFormValues } from './site-form-values.ts'

/** Blank rows after those that are filled. */
const SPARE_ROWS = 3

/** `/portal/sites/new?kind=`; `way` and `next` lead back to what waits for the place. */
export const newSiteForm = formRoute({
  path: '/portal/sites/new',
  may: 'sites.write',
  keyless: true,
  load: ({ c, ctx, form }) =>
    loadSiteKind(
      ctx,
      c.req.method === 'GET' ? (c.req.query('kind') ?? 'growing_area') : textOf(form, 'kind'),
    ),
  values: (_, { c }) => {
    const way = c.req.query('way')
    return {
      ...(way === undefined ? {} : { way }),
      ...(c.req.query('next') === 'application' ? { next: 'application' } : {}),
    }
  },
  act: async ({ ctx, form }, kind) => {
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
    if (typeof way === 'string') return grantPath(id, way)
    return textOf(form, 'next') === 'application'
      ? `/portal/applications/for/${encodeURIComponent(id)}`
      : `/portal/sites/${encodeURIComponent(id)}?done=created`
  },
  page: (portal, { loaded, form }) => formPage(portal, { ...newForm(portal, loaded), form }),
})

/** `/portal/sites/{id}/edit`. */
export const editSiteForm = formRoute({
  path: '/portal/sites/:id/edit',
  may: 'sites.write',
  keyless: true,
  load: ({ ctx, param }) => loadSiteForm(ctx, param('id')),
  values: siteFormValues,
  act: async ({ ctx, form }, { site: { id } }) => {
    const version = Number(textOf(form, 'version'))
    const reason = textOf(form, 'reason')
    await updateSite({ ctx, input: { ...readSiteForm(form), id, version, reason } })
    return `/portal/sites/${encodeURIComponent(id)}?done=saved`
  },
  page: (portal, { loaded, form }) => formPage(portal, { ...editForm(loaded, portal.lang), form }),
})

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

async function formPage(
  portal: Portal,
  given: Frame & { readonly form: FormView },
): Promise<PortalPagePart> {
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
  return {
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
  }
}
