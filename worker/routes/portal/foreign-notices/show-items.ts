import type { RecordListModel } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { ITEM_STATE_NAMES } from '../../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as F } from '../../../copy/portal/foreign-notices.ts'
import { FOREIGN_PAGES as W } from '../../../copy/portal/foreign-pages.ts'
import { statesFor } from '../../../domain/foreign-notices/item-workflow.ts'
import { ITEM_STATES } from '../../../domain/foreign-notices/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { communesOf, readItems } from '../../../verbs/foreign-notices/list-notices.ts'
import type { OpenedNotice } from '../../../verbs/foreign-notices/open-notice.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import type { Portal } from '../portal-route.ts'
import type { Links } from '../show-detail-page.ts'
import { pageAsked, showListPage } from '../show-list-page.ts'
import { NOTICE_ACTS } from './act-forms.ts'
import { filterOf, noticePath, queryOf } from './item-filter.ts'
import { itemColumns } from './item-table.ts'

const KEPT = ['state', 'commune', 'q'] as const

/** `GET /portal/foreign-notices/{id}/items?state=&commune=&q=&cursor=`, with what may be done to all of them. */
export async function showNoticeItems(portal: Portal): Promise<Response> {
  const { ctx, lang } = portal
  const [id, filter] = [portal.param('id'), filterOf(portal)]
  const found = await readItems(ctx, { ...filter, id, ...pageAsked(portal) })
  const path = `${noticePath(id)}/items`
  return showListPage(portal, found, {
    words: {
      title: fill(W.itemsTitle[lang], { number: found.row.number }),
      lead: W.itemsLead,
      empty: W.itemsEmpty,
    },
    columns: itemColumns(lang),
    narrowing: { action: path, ...(await narrowingOf(portal, found, filter)) },
    at: { path, kept: KEPT },
    links: [
      ...actsOf(portal, found, filter),
      { href: noticePath(id), text: W.notice, small: found.row.number },
    ],
  })
}

type Filter = ReturnType<typeof filterOf>

async function narrowingOf(
  { ctx, lang }: Portal,
  opened: OpenedNotice,
  { state, commune, starts }: Filter,
): Promise<Omit<NonNullable<RecordListModel['narrowing']>, 'action'>> {
  const communes = await communesOf(ctx, opened)
  return {
    inputs: [
      { name: 'q', label: W.search[lang], maxlength: 40, code: true },
      { name: 'state', label: F.state[lang], type: 'select', choices: stateChoices(lang) },
      {
        ...{ name: 'commune', label: F.commune[lang], type: 'select' },
        choices: communes.map(({ communeCode, name, count }) => ({
          ...{ value: communeCode ?? '', text: `${name ?? communeCode} (${count})` },
        })),
      },
    ],
    form: {
      values: { q: starts ?? '', state: state ?? '', commune: commune ?? '' },
      ...{ errors: {}, problem: null },
    },
    active: [state, commune, starts].some((part) => part != null),
  }
}

function stateChoices(lang: Language) {
  return ITEM_STATES.map((value) => ({ value, text: ITEM_STATE_NAMES[value][lang] }))
}

/** What may be done to all codes of the list as it is narrowed; nothing that is not their next step. */
function actsOf({ ctx }: Portal, { row, target }: OpenedNotice, filter: Filter): Links {
  const acts = NOTICE_ACTS.filter(
    ({ act, may }) =>
      mayDo(ctx.actor, may, target) &&
      (filter.state == null || statesFor(act).includes(filter.state)),
  )
  const query = queryOf(filter)
  return acts.map(({ name, title }) => ({
    ...{ href: `${noticePath(row.id)}/${name}${query}`, text: title },
  }))
}
