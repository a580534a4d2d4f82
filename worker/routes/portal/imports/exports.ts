import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { EXPORTS_COPY as W } from '../../../copy/portal/exports.ts'
import { XLSX_MAX_ROWS } from '../../../lib/sheet/write/write-xlsx.ts'
import { exportCodes } from '../../../verbs/exports/export-codes.ts'
import { exportOwn } from '../../../verbs/exports/export-own.ts'
import { exportPlaces } from '../../../verbs/exports/export-places.ts'
import type { ExportFormat } from '../../../verbs/exports/list-file.ts'
import { kindChoices, marketChoices, statusChoices } from '../codes/choices.ts'
import { freshForm, refusedForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { sendFile } from './send-file.ts'

const NAMES = ['format', 'province', 'kind', 'crop', 'market', 'status'] as const
const LONGEST = 200

/** `GET /portal/exports`. */
export function showExports(portal: Portal): Promise<Response> {
  return show(portal, freshForm({ format: 'xlsx' }))
}

/** `GET /portal/exports/codes`: the list as a file. A question that cannot be answered shows the form again. */
export async function sendExport(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const asked = new FormData()
  for (const name of NAMES) asked.set(name, (c.req.query(name) ?? '').slice(0, LONGEST))
  const text = (name: (typeof NAMES)[number]) => String(asked.get(name) ?? '')
  try {
    const file = await exportCodes({
      ctx,
      input: {
        // Checked by the verb.
        format: text('format') as ExportFormat,
        ...{ province: text('province'), kind: text('kind'), crop: text('crop') },
        ...{ market: text('market'), status: text('status') },
      },
    })
    return sendFile(file)
  } catch (error) {
    const { view, status } = refusedForm({ error, form: asked, lang })
    return show(portal, view, status)
  }
}

/** `GET /portal/imports/everything`: all that one's organisation keeps here. */
export async function sendEverything({ ctx }: Portal): Promise<Response> {
  return sendFile(exportOwn(ctx))
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, lang } = portal
  const { place, provinces } = await exportPlaces(ctx)
  return showPortalPage(
    portal,
    {
      kind: 'portal/exports/codes',
      ...{ form, place },
      provinces: provinces.map(({ code, name }) => ({ value: code, text: name })),
      kinds: kindChoices(lang),
      markets: marketChoices(lang),
      statuses: statusChoices(lang),
      formats: [
        {
          value: 'xlsx',
          text: fill(W.formatXlsx[lang], { most: formatNumber(XLSX_MAX_ROWS, lang) }),
        },
        { value: 'csv', text: W.formatCsv[lang] },
      ],
    },
    status,
  )
}
