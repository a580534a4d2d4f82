import type { FormView } from '../../../../site/models/portal-common.ts'
import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { LIST_WORDS as W } from '../../../copy/portal/list-words.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { fieldsOf } from '../../../resources/resource.ts'
import { listText } from '../../../resources/sheet.ts'
import type { VerbContext } from '../../../verbs/context.ts'
import type { HandedList, ListLook } from '../../../verbs/records/typed-list.ts'
import { actOnce, ONCE } from '../act-once.ts'
import { answerForm } from '../answer-form.ts'
import { freshForm } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showDetailPage } from '../show-detail-page.ts'
import { seeOther, showPortalPage } from '../show-portal-page.ts'
import { fileOf, textOf } from '../sites/form-text.ts'

type Row = Readonly<Record<string, unknown>>

/** A list of things that is read in: how it is looked at, and how the new rows are saved. */
type ListPages = {
  /** `:id` in this and in the addresses below is the thing whose list it is. */
  readonly path: `/portal/${string}`
  readonly may: Permission
  readonly title: LocalText
  readonly backHref: string
  /** The list's columns. */
  readonly described: { readonly fields: object }
  /** Reads a list and says what is new; each new row by the columns of the list. */
  readonly look: (ctx: VerbContext, list: HandedList, id: string) => Promise<ListLook<Row>>
  /** Saves the new rows of the list that was looked at. */
  readonly save: (
    ctx: VerbContext,
    list: HandedList,
    id: string,
  ) => Promise<{ readonly count: number }>
  readonly after: string
}

const MIB = 1024 * 1024
const MAX_MB = 2
const MAX_BYTES = (MAX_MB + 1) * MIB
const SHOWN = 20

/** A form for a list, a look at what was read, and the saving of it. */
export function listRoutes(pages: ListPages): readonly PortalRoute[] {
  const { path, may, after, look, save } = pages
  return [
    { method: 'GET', path, may, handle: (portal) => ask(portal, pages, freshForm()) },
    {
      method: 'POST',
      path,
      may,
      maxBytes: MAX_BYTES,
      handle: (portal) =>
        answerForm(portal, {
          act: async () => {
            const list = await listOf(portal)
            return preview(portal, pages, await look(portal.ctx, list, portal.param('id')))
          },
          refused: (form, status) => ask(portal, pages, form, status),
        }),
    },
    {
      method: 'POST',
      path: `${path}/save`,
      may,
      maxBytes: MAX_BYTES,
      handle: (portal) =>
        answerForm(portal, {
          act: async () => {
            const list = await listOf(portal)
            await actOnce(portal, (ctx) => save(ctx, list, portal.param('id')))
            return seeOther(portal, here(portal, after))
          },
          refused: (form, status) => ask(portal, pages, form, status),
        }),
    },
  ]
}

/** An address with the thing whose list it is. */
function here(portal: Portal, path: string): string {
  return path.replace(':id', encodeURIComponent(portal.param('id')))
}

async function listOf({ form }: Portal): Promise<HandedList> {
  const file = await fileOf(form, 'listFile')
  if (file !== null) return { ...file, field: 'listFile' }
  const bytes = new TextEncoder().encode(textOf(form, 'list'))
  return { bytes, fileName: 'list.csv', field: 'list' }
}

function ask(
  portal: Portal,
  { path, title, backHref, described }: ListPages,
  form: FormView,
  status = 200,
): Promise<Response> {
  const { lang } = portal
  const columns = fieldsOf(described).flatMap(([, { sheet }]) => sheet?.heading ?? [])
  return showPortalPage(
    portal,
    {
      kind: 'portal/record',
      title: title[lang],
      facts: [{ label: W.columns[lang], text: columns.join(' · ') }],
      id: null,
      action: here(portal, path),
      backHref: here(portal, backHref),
      save: W.look[lang],
      inputs: [{ name: 'list', label: W.paste[lang], type: 'textarea' }],
      file: {
        name: 'listFile',
        label: W.orFile[lang],
        hint: W.fileHint[lang],
        accept: '.xlsx,.csv,.txt',
        maxMb: MAX_MB,
        isOptional: true,
      },
      form,
    },
    status,
  )
}

function preview(
  portal: Portal,
  { path, described }: ListPages,
  { added, unchanged, faults }: ListLook<Row>,
): Promise<Response> {
  const { ctx, lang } = portal
  const counts = fill(W.counts[lang], {
    added: formatNumber(added.length, lang),
    unchanged: formatNumber(unchanged, lang),
    faults: formatNumber(new Set(faults.map(({ row }) => row)).size, lang),
  })
  const sections = [
    ...(added.length === 0 ? [] : [addedSection(described, added, lang)]),
    ...(faults.length === 0 ? [] : [faultSection(faults, lang)]),
  ]
  if (added.length === 0) {
    return showDetailPage(portal, {
      title: W.lookTitle,
      back: { href: here(portal, path), text: W.file },
      notes: [{ kind: 'warning', text: `${W.nothing[lang]} ${counts}` }],
      sections,
    })
  }
  return showPortalPage(portal, {
    kind: 'portal/record',
    title: W.lookTitle[lang],
    note: counts,
    id: null,
    action: here(portal, `${path}/save`),
    backHref: here(portal, path),
    save: W.save[lang],
    hidden: ['list'],
    inputs: [],
    sections,
    form: freshForm({ list: listText(described, added), [ONCE]: ctx.newId() }),
  })
}

function addedSection(
  described: ListPages['described'],
  rows: readonly Row[],
  lang: Language,
): DetailSection {
  // Only what some row says: a list of one kind of thing leaves many columns empty.
  const columns = fieldsOf(described).filter(([name]) => rows.some((row) => row[name] != null))
  const rest = rows.length - SHOWN
  return {
    id: 'added',
    title: W.added[lang],
    table: {
      columns: columns.map(([, { label }]) => ({ name: label[lang] })),
      rows: rows
        .slice(0, SHOWN)
        .map((row) =>
          columns.map(([name, field]) => ({ text: field.show(row[name] ?? null, lang) })),
        ),
      empty: '',
    },
    ...(rest > 0 ? { after: fill(W.more[lang], { count: formatNumber(rest, lang) }) } : {}),
  }
}

function faultSection(faults: ListLook<Row>['faults'], lang: Language): DetailSection {
  return {
    id: 'faults',
    title: W.faults[lang],
    table: {
      columns: [{ name: W.row[lang] }, { name: W.fault[lang] }],
      rows: faults
        .slice(0, 5 * SHOWN)
        .map(({ row, text }) => [{ text: formatNumber(row, lang) }, { text: text[lang] }]),
      empty: '',
    },
  }
}
