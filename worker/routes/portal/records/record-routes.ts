import type { Row } from '../../../../db/queries/records.ts'
import type { FormView, TableCell } from '../../../../site/models/portal-common.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { formInputs, initialTexts } from '../../../resources/form.ts'
import type { Choice, FormInput } from '../../../resources/form-input.ts'
import { type Resource, textsOf, versionOf } from '../../../resources/resource.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { openRecord, targetOfRecord } from '../../../verbs/records/open-record.ts'
import { addRecord, editRecord, type RecordRules } from '../../../verbs/records/save-record.ts'
import { doneOf } from '../done-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** The forms in which a kind of thing is added and edited. */
type RecordForms = {
  readonly resource: Resource
  readonly rules?: RecordRules
  readonly path: `/portal/${string}`
  /** Where one is edited. */
  readonly editPath: `/portal/${string}/:id${string}`
  readonly words: {
    readonly addTitle: LocalText
    readonly editTitle: LocalText
    readonly save: LocalText
  }
  /** What a new one says before anybody answered; the texts of an empty one unless given. */
  readonly startFrom?: (portal: Portal) => Promise<Readonly<Record<string, string>>>
  /** Columns of a new one that no form asks: whose it is. */
  readonly owned?: (portal: Portal) => Row
  /** Inputs that a new one is not asked, because `startFrom` settles them. */
  readonly settled?: (portal: Portal) => readonly string[]
  /** What may be chosen in fields whose choices the database knows, by input name. */
  readonly choices?: (portal: Portal) => Promise<Readonly<Record<string, readonly Choice[]>>>
  /** Where it is shown done. */
  readonly after: (saved: {
    readonly id: string
    readonly done: 'created' | 'saved' | 'same'
  }) => string
  /** Where one goes back to; null for a new one. */
  readonly backOf: (id: string | null) => string
}

/** The form of a new one and that of each. */
export function recordForms(forms: RecordForms): readonly PortalRoute[] {
  const { resource, rules = {}, path, editPath, after } = forms
  const may = resource.may.write
  return [
    ...recordForm({
      path: `${path}/new`,
      may,
      load: async (portal) => ({
        ...initialTexts(resource),
        ...(await forms.startFrom?.(portal)),
      }),
      values: (texts) => texts,
      once: (sent) => {
        const { ctx, texts, confirmed } = sent
        const columns = forms.owned?.(sent) ?? {}
        return addRecord(ctx, resource, { texts, rules, columns, confirmed })
      },
      back: forms.backOf(null),
      done: ({ id }) => after({ id, done: 'created' }),
      page: (portal, { form }) => formPage(forms, { portal, form, id: null }),
    }),
    ...recordForm({
      path: editPath,
      may,
      load: ({ ctx, param }) => openRecord(ctx, resource, { id: param('id'), to: 'write' }),
      values: (row) => textsOf(resource, row),
      stamp: (row) => ({ expected: versionOf(resource, row) }),
      act: ({ ctx, texts, confirmed }, row) => {
        const expected = texts['expected'] ?? ''
        const id = String(row['id'])
        return editRecord(ctx, resource, { id, texts, expected, rules, confirmed })
      },
      back: (row) => forms.backOf(String(row['id'])),
      done: (changed, row) => after({ id: String(row['id']), done: changed ? 'saved' : 'same' }),
      page: (portal, { loaded, form }) =>
        formPage(forms, { portal, form, id: String(loaded['id']) }),
    }),
  ]
}

async function formPage(
  forms: RecordForms,
  shown: { portal: Portal; form: FormView; id: string | null },
) {
  const { portal, form, id } = shown
  const { lang } = portal
  const { words, resource } = forms
  const choices = (await forms.choices?.(portal)) ?? {}
  const hidden = id === null ? (forms.settled?.(portal) ?? []) : []
  const asked = formInputs(resource, { lang, editing: id !== null, without: hidden })
  return {
    title: (id === null ? words.addTitle : words.editTitle)[lang],
    // A name that people gave is worth showing; a random one is not.
    id: 'id' in resource.fields ? id : null,
    save: words.save[lang],
    hidden,
    inputs: asked.map((input) => chosen(input, { choices: choices[input.name] ?? [], form })),
  }
}

/** A question with its choices; what stands there stays among them, so that it is not lost. */
function chosen(
  input: FormInput,
  { choices, form }: { choices: readonly Choice[]; form: FormView },
): FormInput {
  if (choices.length === 0) return input
  const now = form.values[input.name] ?? ''
  const isThere = now === '' || choices.some(({ value }) => value === now)
  const all = isThere ? choices : [{ value: now, text: now }, ...choices]
  return { ...input, type: 'select', choices: all }
}

/** What the pages of a simple thing say, and how its list is read. */
type RecordPages<R extends Row = Row> = Pick<
  RecordForms,
  'resource' | 'path' | 'rules' | 'owned'
> & {
  readonly words: RecordForms['words'] & {
    readonly title: LocalText
    readonly lead: LocalText
    readonly empty: LocalText
    readonly add: LocalText
    readonly saved: LocalText
  }
  readonly list: (portal: Portal) => Promise<readonly R[]>
  readonly columns: readonly LocalText[]
  readonly cells: (row: R, lang: Language) => readonly TableCell[]
}

/** List, form of a new one and form of each: all that a simple thing needs in the portal. */
export function recordRoutes<R extends Row>(pages: RecordPages<R>): readonly PortalRoute[] {
  const { resource, path, words } = pages
  return [
    { method: 'GET', path, may: resource.may.read, handle: (portal) => showList(portal, pages) },
    ...recordForms({
      ...{ resource, path, words, editPath: `${path}/:id` },
      ...(pages.rules === undefined ? {} : { rules: pages.rules }),
      ...(pages.owned === undefined ? {} : { owned: pages.owned }),
      after: () => `${path}?done=saved`,
      backOf: () => path,
    }),
  ]
}

async function showList<R extends Row>(portal: Portal, pages: RecordPages<R>): Promise<Response> {
  const { lang } = portal
  const { path, words, columns, cells } = pages
  const rows = await pages.list(portal)
  const mayWrite = (row: Row) => mayWriteRecord(portal, pages, row)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: mayWrite(pages.owned?.(portal) ?? {})
      ? { href: `${path}/new`, text: words.add[lang] }
      : null,
    title: words.title[lang],
    lead: words.lead[lang],
    empty: words.empty[lang],
    columns: columns.map((name) => name[lang]),
    rows: rows.map((row) => {
      const told = cells(row, lang)
      return mayWrite(row) ? told : told.map(({ href: _, ...cell }) => cell)
    }),
    done: doneOf(portal, { saved: words.saved }),
  })
}

/** Rules of a province hold in its communes, whose officers read them and change nothing of them. */
function mayWriteRecord(
  { ctx }: Portal,
  { resource }: Pick<RecordPages, 'resource'>,
  row: Row,
): boolean {
  return mayDo(ctx.actor, resource.may.write, targetOfRecord(resource, { row, whole: undefined }))
}
