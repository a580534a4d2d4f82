import type { Row } from '../../../../db/queries/records.ts'
import type { Done, TableCell } from '../../../../site/models/portal-common.ts'
import type { Language, LocalText } from '../../../domain/text.ts'
import { formInputs, initialTexts } from '../../../resources/form.ts'
import { type Resource, textsOf, versionOf } from '../../../resources/resource.ts'
import { addRecord, editRecord, openRecord } from '../../../verbs/records/save-record.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'

/** What the pages of a kind of thing say, and how its list is read. */
export type RecordPages<R extends Row = Row> = {
  readonly resource: Resource
  readonly path: `/portal/${string}`
  readonly words: {
    readonly title: LocalText
    readonly lead: LocalText
    readonly empty: LocalText
    readonly add: LocalText
    readonly addTitle: LocalText
    readonly editTitle: LocalText
    readonly save: LocalText
    readonly saved: LocalText
  }
  readonly list: (portal: Portal) => Promise<readonly R[]>
  readonly columns: readonly LocalText[]
  readonly cells: (row: R, lang: Language) => readonly TableCell[]
}

/** List, form of a new one and form of each: all that a simple thing needs in the portal. */
export function recordRoutes<R extends Row>(pages: RecordPages<R>): readonly PortalRoute[] {
  const { resource, path } = pages
  const { read, write } = resource.may
  return [
    { method: 'GET', path, may: read, handle: (portal) => showList(portal, pages) },
    ...formRoute({
      path: `${path}/new`,
      may: write,
      load: async () => null,
      values: () => initialTexts(resource),
      act: async ({ ctx, form }) => {
        await addRecord(ctx, resource, typedValues(form))
        return `${path}?done=saved`
      },
      page: ({ lang }, { form }) => formPage(pages, { lang, form, id: null }),
    }),
    ...formRoute({
      path: `${path}/:id`,
      may: write,
      load: ({ ctx, c }) => openRecord(ctx, resource, { id: c.req.param('id') ?? '', to: 'write' }),
      values: (row) => textsOf(resource, row),
      stamp: (row) => ({ expected: versionOf(resource, row) }),
      act: async ({ ctx, form }, row) => {
        const texts = typedValues(form)
        const expected = texts['expected'] ?? ''
        await editRecord(ctx, resource, { id: String(row['id']), texts, expected })
        return `${path}?done=saved`
      },
      page: ({ lang }, { loaded, form }) =>
        formPage(pages, { lang, form, id: String(loaded['id']) }),
    }),
  ]
}

async function showList<R extends Row>(portal: Portal, pages: RecordPages<R>): Promise<Response> {
  const { lang } = portal
  const { path, words, columns, cells } = pages
  const rows = await pages.list(portal)
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: { href: `${path}/new`, text: words.add[lang] },
    title: words.title[lang],
    lead: words.lead[lang],
    empty: words.empty[lang],
    columns: columns.map((name) => name[lang]),
    rows: rows.map((row) => cells(row, lang)),
    done: doneOf(portal, words.saved),
  })
}

function formPage(
  pages: Pick<RecordPages, 'path' | 'words' | 'resource'>,
  shown: { lang: Language; form: Parameters<typeof partOf>[0]['form']; id: string | null },
) {
  const { lang, form, id } = shown
  const { path, words, resource } = pages
  return partOf({
    title: (id === null ? words.addTitle : words.editTitle)[lang],
    id,
    action: id === null ? `${path}/new` : `${path}/${encodeURIComponent(id)}`,
    backHref: path,
    save: words.save[lang],
    inputs: formInputs(resource, { lang, editing: id !== null }),
    form,
  })
}

const partOf = (
  part: Omit<Extract<Parameters<typeof showPortalPage>[1], { kind: 'portal/record' }>, 'kind'>,
) => ({ kind: 'portal/record' as const, ...part })

function doneOf({ c, lang }: Portal, saved: LocalText): Done | null {
  return c.req.query('done') === 'saved' ? { kind: 'done', text: saved[lang] } : null
}
