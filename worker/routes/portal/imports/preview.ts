import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../domain/words/fill.ts'
import { formatAt, formatNumber } from '../../../domain/words/format.ts'
import { IMPORTS_WORDS as W } from '../../../domain/words/portal/imports-words.ts'
import { runImportJob } from '../../../jobs/run-import-job.ts'
import { previewUpload } from '../../../verbs/imports/portal/preview-upload.ts'
import { refusedOfUpload } from '../../../verbs/imports/portal/refused-of-upload.ts'
import { startImport } from '../../../verbs/imports/portal/start-import.ts'
import { toStoredReport } from '../../../verbs/imports/stored-report.ts'
import { freshForm, refusedForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { reportView } from './report-view.ts'
import { oneChunk, sendFile } from './send-file.ts'

/** Rows that are read in before the answer; more of them go on after it. */
const ROWS_AT_ONCE = 500

/** `GET /portal/imports/uploads/{id}`. */
export function showUpload(portal: Portal): Promise<Response> {
  return show(portal, freshForm())
}

/** `POST /portal/imports/uploads/{id}`: reads the list in. */
export async function confirmUpload(portal: Portal): Promise<Response> {
  const { ctx, deps, form, lang } = portal
  const id = idOf(portal)
  try {
    const { rows } = await startImport({ ctx, files: deps.files, id })
    const path = `/portal/imports/${encodeURIComponent(id)}`
    // Confirmed twice: the first one reads it in.
    if (rows === null) return seeOther(portal, path)
    const work = () => runImportJob({ deps, ctx, id })
    if (rows <= ROWS_AT_ONCE) await work()
    else deps.waitUntil(work())
    return seeOther(portal, `${path}?done=${rows <= ROWS_AT_ONCE ? 'stored' : 'started'}`)
  } catch (error) {
    const { view, status } = refusedForm({ error, form, lang })
    return show(portal, view, status)
  }
}

/** `GET /portal/imports/uploads/{id}/refused`: the refused rows, to be mended. */
export async function sendRefused(portal: Portal): Promise<Response> {
  const { ctx, deps } = portal
  const { fileName, csv } = await refusedOfUpload({ ctx, files: deps.files, id: idOf(portal) })
  return sendFile({ fileName, mediaType: 'text/csv; charset=utf-8', chunks: oneChunk(csv) })
}

function idOf({ c }: Portal): string {
  return c.req.param('id') ?? ''
}

async function show(portal: Portal, form: FormView, status = 200): Promise<Response> {
  const { ctx, deps, lang } = portal
  const id = idOf(portal)
  const { report, usedAt, same } = await previewUpload({ ctx, files: deps.files, id })
  const { counts } = report
  const toStore = counts.added + counts.changed
  const at = same === null ? '' : formatAt(same.createdAt, lang)
  return showPortalPage(
    portal,
    {
      kind: 'portal/imports/preview',
      ...{ id, form, fileName: report.fileName },
      report: reportView({
        ...{ report: toStoredReport(report), counts, lang },
        refusedHref: `/portal/imports/uploads/${encodeURIComponent(id)}/refused`,
      }),
      toStore: toStore === 0 ? null : formatNumber(toStore, lang),
      same:
        same === null
          ? null
          : { text: fill(W.same[lang], { at }), href: `/portal/imports/${same.id}` },
      runHref: usedAt === null ? null : `/portal/imports/${encodeURIComponent(id)}`,
    },
    status,
  )
}
