import type { FormView } from '../../../../site/models/portal-common.ts'
import type { BoundaryModel } from '../../../../site/models/sites.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { OUTLINE_COPY as O } from '../../../copy/portal/outline.ts'
import { SITES_FORM_COPY as F } from '../../../copy/portal/sites-form.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { BoundaryWarning } from '../../../verbs/sites/boundary-warnings.ts'
import { openSiteForWriting } from '../../../verbs/sites/open-site.ts'
import { previewBoundary } from '../../../verbs/sites/preview-boundary.ts'
import { setBoundary } from '../../../verbs/sites/set-boundary.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { passedOver, readAsText, systemChoices } from './coordinate-view.ts'
import { fileOf, textOf } from './form-text.ts'
import { differenceText } from './site-facts-view.ts'
import { siteHead } from './site-head.ts'

type Preview = BoundaryModel['preview']

/** `GET /portal/sites/{id}/boundary`. */
export async function showBoundary(portal: Portal): Promise<Response> {
  return show(portal, { form: freshForm(), preview: null })
}

/** `POST /portal/sites/{id}/boundary`: reads what was handed in and shows it; nothing is saved yet. */
export async function lookAtBoundary(portal: Portal): Promise<Response> {
  const { form } = portal
  return answerForm(portal, {
    act: async () => {
      const file = await fileOf(form, 'file')
      const bytes = file?.bytes ?? new TextEncoder().encode(textOf(form, 'text'))
      const field = file === null ? 'text' : 'file'
      const epsg = Number(textOf(form, 'system')) || null
      const preview = await read(portal, { bytes, field, fileName: file?.fileName ?? null, epsg })
      return show(portal, { form: freshForm(), preview })
    },
    refused: (view, status) => show(portal, { form: view, preview: null }, status),
  })
}

/** `POST /portal/sites/{id}/boundary/save`. */
export async function saveBoundary(portal: Portal): Promise<Response> {
  const { ctx, form } = portal
  const id = portal.param('id')
  const geojson = textOf(form, 'geojson')
  return answerForm(portal, {
    act: async () => {
      await setBoundary({
        ctx,
        input: {
          ...{ id, geojson, source: textOf(form, 'source') },
          ...{ fileName: textOf(form, 'fileName'), currentId: textOf(form, 'currentId') },
        },
      })
      return seeOther(portal, `/portal/sites/${encodeURIComponent(id)}?done=boundary`)
    },
    refused: async (view, status) => {
      // The shape that was looked at is kept in the box, to be looked at again.
      const kept = { ...view, values: { text: geojson } }
      return show(portal, { form: kept, preview: null }, status)
    },
  })
}

async function read(
  portal: Portal,
  input: { bytes: Uint8Array; field: string; fileName: string | null; epsg: number | null },
): Promise<Preview> {
  const { ctx, lang } = portal
  const preview = await previewBoundary({ ctx, input: { id: portal.param('id'), ...input } })
  const { site, geojson, areaHa, source, warnings, notOutlined } = preview
  return {
    ...{ geojson, areaHa, source, declaredHa: site.areaHa },
    fileName: preview.fileName ?? '',
    currentId: preview.currentId ?? '',
    readAs: readAsText(preview.system, lang),
    warnings: [
      ...passedOver(preview, lang),
      ...warnings.map((warning) => warningText(warning, lang)),
    ],
    unchecked: notOutlined === null ? null : fill(O.notLoaded[lang], { commune: notOutlined }),
  }
}

function warningText(warning: BoundaryWarning, lang: Language): string {
  switch (warning.kind) {
    case 'area_differs':
      return differenceText(F.areaDiffers[lang], warning, lang)
    case 'overlaps': {
      const name = [warning.name, warning.code].filter((part) => part !== null).join(', ')
      return fill(F.overlaps[lang], { name, ha: formatNumber(warning.overlapHa, lang) })
    }
    case 'far_from_commune':
      return fill(F.farFromCommune[lang], { km: warning.km, commune: warning.commune })
    case 'partly_outside_commune': {
      const { commune, outsideHa, percent } = warning
      return fill(O.partlyOutside[lang], { commune, percent, ha: formatNumber(outsideHa, lang) })
    }
    case 'outside_commune': {
      const { commune, found } = warning
      return found === null
        ? fill(O.outside[lang], { commune })
        : fill(O.outsideIn[lang], { commune, found })
    }
  }
}

async function show(
  portal: Portal,
  given: { readonly form: FormView; readonly preview: Preview },
  status = 200,
): Promise<Response> {
  const site = await openSiteForWriting(portal.ctx, portal.param('id'))
  return showPortalPage(
    portal,
    {
      kind: 'portal/sites/boundary',
      site: siteHead(site),
      systems: systemChoices(portal.lang),
      ...given,
    },
    status,
  )
}
