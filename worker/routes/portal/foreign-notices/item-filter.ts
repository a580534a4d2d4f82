import type { ItemFilter } from '../../../../db/queries/foreign-notice-items.ts'
import { ITEM_STATES } from '../../../domain/foreign-notices/kinds.ts'
import { NOTICES_PATH, noticePath } from '../../../verbs/foreign-notices/notice-path.ts'
import type { Portal } from '../portal-route.ts'

export { NOTICES_PATH, noticePath }

const NAMES = ['item', 'state', 'commune', 'holder', 'q'] as const
const LONGEST = 60

/** Which codes of a notice an address means: `?item=&state=&commune=&holder=&q=`. */
export function filterOf({ c }: Pick<Portal, 'c'>): ItemFilter {
  const asked = (name: (typeof NAMES)[number]) => {
    const value = (c.req.query(name) ?? '').trim().slice(0, LONGEST)
    return value === '' ? null : value
  }
  const state = asked('state')
  return {
    item: asked('item'),
    state: ITEM_STATES.find((each) => each === state) ?? null,
    commune: asked('commune'),
    holder: asked('holder'),
    starts: asked('q')?.toUpperCase() ?? null,
  }
}

/** The same as the query of an address, so that what was meant goes along with a form. */
export function queryOf({ item, state, commune, holder, starts }: ItemFilter): string {
  const query = new URLSearchParams()
  const values = { item, state, commune, holder, q: starts }
  for (const [name, value] of Object.entries(values)) {
    if (value != null && value !== '') query.set(name, value)
  }
  return query.size === 0 ? '' : `?${query}`
}

export function itemPath(noticeId: string, id: string): `/portal/${string}` {
  return `${noticePath(noticeId)}/items/${encodeURIComponent(id)}`
}

/** Where the files of a holder's answers to a notice are. */
export function answerPath(id: string): `/portal/${string}` {
  return `${NOTICES_PATH}/answers/${encodeURIComponent(id)}`
}
