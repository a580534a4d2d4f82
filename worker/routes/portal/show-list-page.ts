import type { PortalCommon } from '../../../site/models/portal-common.ts'
import type { Link, RecordListModel } from '../../../site/models/records.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { doneOf } from './done-of.ts'
import { pagingOf } from './paging-of.ts'
import type { Portal } from './portal-route.ts'
import { type Saying, say } from './say.ts'
import type { SaidLink } from './show-detail-page.ts'
import { showPortalPage } from './show-portal-page.ts'
import { type ColumnOf, tableOf } from './table-of.ts'
import { withQuery } from './with-query.ts'

const PAGE_SIZE = 50

/** The page of a list that an address asks for. */
export function pageAsked({ c }: Pick<Portal, 'c'>, limit = PAGE_SIZE) {
  return { cursor: c.req.query('cursor') || null, limit }
}

type OwnPart = Omit<RecordListModel, keyof PortalCommon | 'kind' | 'done' | 'paging'>
type Words = 'title' | 'lead' | 'empty'

type ListPart<R> = Saying<Omit<OwnPart, Words | 'adding' | 'columns' | 'rows'>> & {
  /** What it is called, what it is for, and what it says without rows. */
  readonly words: Readonly<Record<Words, Saying<string>>>
  readonly adding?: Saying<Link> | null | undefined
  readonly columns: readonly ColumnOf<R>[]
  /** Its address, and the names in it by which it is narrowed; absent where all of it is on one page. */
  readonly at?: { readonly path: string; readonly kept?: readonly string[] }
  readonly done?: Readonly<Record<string, LocalText>>
}

/** A list in the reader's language, by a description of its columns. */
export function showListPage<R>(
  portal: Portal,
  list: { readonly rows: readonly R[]; readonly nextCursor?: string | null },
  part: ListPart<R>,
  status = 200,
): Promise<Response> {
  const { words, adding = null, columns, at, done = {}, ...other } = part
  const { title, lead, empty } = words
  const { rows, nextCursor = null } = list
  const { lang } = portal
  const said: Saying<OwnPart> = {
    ...other,
    title,
    lead,
    empty,
    adding,
    columns: columns.map(({ head }) => head),
    rows: tableOf(rows, { columns }).rows,
  }
  return showPortalPage(
    portal,
    {
      ...say<OwnPart>(said, lang),
      kind: 'portal/records',
      done: doneOf(portal, done),
      ...(at === undefined ? {} : { paging: pagingOf(portal.c, { ...at, nextCursor }) }),
    },
    status,
  )
}

/** Ways to see a list: a link for each value it is narrowed to, one of which may need no asking. */
export function chipsOf<T extends string>(
  values: readonly T[],
  given: {
    readonly path: string
    /** Its name in the address. */
    readonly name?: string
    readonly names: Readonly<Record<T, LocalText>>
    readonly now: T | null
    readonly bare?: NoInfer<T>
    /** What else the list is narrowed by, and stays so. */
    readonly kept?: Readonly<Record<string, string>>
  },
): readonly SaidLink[] {
  const { path, name = 'state', names, now, bare, kept } = given
  return values.map((each) => ({
    href: withQuery(path, each === bare ? { ...kept } : { [name]: each, ...kept }),
    text: names[each],
    current: each === now,
  }))
}
