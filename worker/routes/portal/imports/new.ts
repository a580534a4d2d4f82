import type { FormView } from '../../../../site/models/portal-common.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { CSV_MARK, csvLine } from '../../../lib/sheet/write/write-csv.ts'
import { writeXlsx } from '../../../lib/sheet/write/write-xlsx.ts'
import type { Choice } from '../../../resources/form-input.ts'
import { placeChoices } from '../../../verbs/accounts/place-choices.ts'
import { CODE_LIST_COLUMNS, CODE_LIST_SHEET } from '../../../verbs/exports/code-columns.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { keepUpload } from '../../../verbs/imports/portal/keep-upload.ts'
import { UPLOAD_MAX_BYTES } from '../../../verbs/imports/portal-limits.ts'
import { answerForm } from '../answer-form.ts'
import { marketChoices } from '../codes/choices.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { oneChunk, sendFile } from './send-file.ts'

/** `GET /portal/imports/new`. */
export function showNewImport(portal: Portal): Promise<Response> {
  // There is one kind so far.
  return showListForm(portal, freshForm({ kind: 'codes' }))
}

/** `POST /portal/imports/new`: keeps the file, has it read and leads to its preview. */
export async function keepList(portal: Portal): Promise<Response> {
  const { ctx, deps, form } = portal
  return answerForm(portal, {
    act: async () => {
      const said = { province: textOf(form, 'province'), market: textOf(form, 'market') }
      // Lists of other kinds are read in at the command line.
      const input = { kind: 'codes' as const, file: await fileOf(form), ...said }
      const { id, jobId } = await keepUpload({ ctx, files: deps.files, input })
      await startJob(deps, jobId)
      return seeOther(portal, `/portal/imports/uploads/${encodeURIComponent(id)}`)
    },
    refused: (view, status) => showListForm(portal, view, status),
  })
}

/** `GET /portal/imports/templates/{format}`: the headings of a list, to be filled in. */
export async function sendTemplate(portal: Portal): Promise<Response> {
  const fileName = `mau-danh-sach-ma-so.${portal.c.req.param('format') ?? ''}`
  switch (portal.c.req.param('format')) {
    case 'csv': {
      const text = CSV_MARK + csvLine(CODE_LIST_COLUMNS.map(({ heading }) => heading))
      return sendFile({ fileName, mediaType: 'text/csv; charset=utf-8', chunks: oneChunk(text) })
    }
    case 'xlsx':
      return sendFile({
        fileName,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        chunks: writeXlsx({
          sheetName: CODE_LIST_SHEET,
          columns: CODE_LIST_COLUMNS,
          rows: noRows(),
        }),
      })
    default:
      throw notFound(THINGS.template)
  }
}

async function* noRows(): AsyncGenerator<never[]> {}

/** The form a list is handed in with. */
export async function showListForm(
  portal: Portal,
  form: FormView,
  status = 200,
): Promise<Response> {
  const { lang } = portal
  return showPortalPage(
    portal,
    {
      kind: 'portal/imports/new',
      form,
      provinces: await provinceChoices(portal),
      markets: marketChoices(lang),
      maxMb: UPLOAD_MAX_BYTES / 1024 / 1024,
    },
    status,
  )
}

/** Provinces by their names, as lists write them. */
export async function provinceChoices({ ctx }: Portal): Promise<Choice[]> {
  const { places } = await placeChoices(ctx)
  return (places?.provinces ?? []).map(({ name }) => ({ value: name, text: name }))
}

/** The file of the form; null where none was chosen (browsers then send one without a name). */
async function fileOf(form: FormData) {
  const value = form.get('file')
  if (value === null || typeof value === 'string' || value.name === '') return null
  return { bytes: new Uint8Array(await value.arrayBuffer()), fileName: value.name }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
