import type { FormView } from '../../../../site/models/portal-common.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { PROTECTION_SPEC } from '../../../domain/lists/records/protection-spec.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { once } from '../../../lib/steps/once.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import type { Choice } from '../../../resources/form-input.ts'
import { placeChoices } from '../../../verbs/accounts/place-choices.ts'
import { CODE_LIST_COLUMNS, CODE_LIST_SHEET } from '../../../verbs/exports/code-columns.ts'
import { EXPORT_FORMATS, listFile } from '../../../verbs/exports/list-file.ts'
import { notFound } from '../../../verbs/guard/refusals.ts'
import { listKindsOf, ownOrganisation } from '../../../verbs/imports/own-lists.ts'
import { keepUpload } from '../../../verbs/imports/portal/keep-upload.ts'
import { type ListTemplate, ownTemplate } from '../../../verbs/imports/portal/own-template.ts'
import type { ListKind } from '../../../verbs/imports/portal/upload-options.ts'
import { UPLOAD_MAX_BYTES } from '../../../verbs/imports/portal-limits.ts'
import { marketChoices } from '../codes/choices.ts'
import { formRoute } from '../form-route.ts'
import type { Portal } from '../portal-route.ts'
import type { PortalPagePart } from '../show-portal-page.ts'
import { textOf } from '../sites/form-text.ts'
import { sendFile } from './send-file.ts'

/** Room for what the form has beside the file. */
const FORM_BYTES = 256 * 1024

/** `/portal/imports/new`: keeps the file, has it read and leads to its preview. */
export const newImportForm = formRoute({
  path: '/portal/imports/new',
  may: 'imports.write',
  keyless: true,
  maxBytes: UPLOAD_MAX_BYTES + FORM_BYTES,
  load: async () => null,
  values: (_, portal) => ({ kind: kindAmong(kindsOf(portal), portal.c.req.query('kind')) }),
  act: async (portal) => {
    const { ctx, deps, form } = portal
    const said = { province: textOf(form, 'province'), market: textOf(form, 'market') }
    const kind = kindAmong(kindsOf(portal), textOf(form, 'kind'))
    const input = { kind, file: await fileOf(form), ...said }
    const { id, jobId } = await keepUpload({ ctx, files: deps.files, input })
    await startJob(deps, jobId)
    return `/portal/imports/uploads/${encodeURIComponent(id)}`
  },
  page: (portal, { form }) => listFormPage(portal, form),
})

/** What the form offers: an officer's lists of other kinds are read in at the command line. */
function kindsOf({ ctx }: Portal): readonly ListKind[] {
  return isOwn(ctx) ? listKindsOf(ctx) : OFFICERS_KINDS
}

const OFFICERS_KINDS = ['codes', 'protection'] as const satisfies readonly ListKind[]

function kindAmong(kinds: readonly ListKind[], asked: string | undefined): ListKind {
  return kinds.find((each) => each === asked) ?? kinds[0] ?? 'codes'
}

const isOwn = (ctx: Portal['ctx']) => ownOrganisation(ctx) !== null

/** `GET /portal/imports/templates/{format}`: the headings of a list, to be filled in. */
export async function sendTemplate(portal: Portal): Promise<Response> {
  const { c, ctx, param } = portal
  const format = EXPORT_FORMATS.find((each) => each === param('format'))
  if (format === undefined) throw notFound(THINGS.template)
  const kind = c.req.query('kind') ?? ''
  const shared = kind === 'protection' ? PROTECTION_TEMPLATE : CODE_TEMPLATE
  const template = isOwn(ctx) ? await ownTemplate(ctx, kind) : shared
  return sendFile(await listFile({ ...template, format, rows: once([]) }))
}

const CODE_TEMPLATE: ListTemplate = {
  name: 'mau-danh-sach-ma-so',
  sheetName: CODE_LIST_SHEET,
  columns: CODE_LIST_COLUMNS,
}

const PROTECTION_TEMPLATE: ListTemplate = {
  name: 'mau-danh-muc-thuoc',
  sheetName: W.kindProtection.vi,
  columns: PROTECTION_SPEC.columns.map(({ label }) => ({
    ...{ heading: label, width: label.length + 8, cell: () => null },
  })),
}

/** The form a list is handed in with. */
export async function listFormPage(portal: Portal, form: FormView): Promise<PortalPagePart> {
  const { ctx, lang } = portal
  const own = isOwn(ctx)
  return {
    kind: 'portal/imports/new',
    form,
    lead: (own ? W.ownLead : W.lead)[lang],
    kinds: kindsOf(portal).map((value) => ({ value, text: KIND_NAMES[value][lang] })),
    // What stands in the title of a list only is asked of lists of codes.
    provinces: own ? [] : await provinceChoices(portal),
    markets: own ? [] : marketChoices(lang),
    templateLead: (own ? W.ownTemplateLead : W.templateLead)[lang],
    templates: kindsOf(portal).flatMap((kind) => templateLinks(kind, { own, lang })),
    maxMb: UPLOAD_MAX_BYTES / 1024 / 1024,
  }
}

const KIND_NAMES: Readonly<Record<ListKind, LocalText>> = {
  codes: W.kindCodes,
  batches: W.kindBatches,
  diary: W.kindDiary,
  protection: W.kindProtection,
}

function templateLinks(
  kind: ListKind,
  { own, lang }: { readonly own: boolean; readonly lang: Language },
) {
  const name = `${KIND_NAMES[kind][lang]}: `
  const query = own || kind !== 'codes' ? `?kind=${kind}` : ''
  return [
    { href: `/portal/imports/templates/xlsx${query}`, text: `${name}${W.templateXlsx[lang]}` },
    { href: `/portal/imports/templates/csv${query}`, text: `${name}${W.templateCsv[lang]}` },
  ]
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
