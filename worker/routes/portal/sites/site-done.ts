import type { Done } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { SHARED_PARCELS, SITE_DONE } from '../../../copy/portal/sites-names.ts'
import type { Portal } from '../portal-route.ts'

/** What `?done=` says was just done; of what is typed into the address only parcels are shown. */
export function siteDone({ c, lang }: Portal): Done | null {
  const key = c.req.query('done') ?? ''
  if (key === 'shared') {
    const list = (c.req.query('list') ?? '').replace(/[^\p{L}\d ,./_-]/gu, '').slice(0, 300)
    return { kind: 'warning', text: fill(SHARED_PARCELS[lang], { list }) }
  }
  if (!Object.hasOwn(SITE_DONE, key)) return null
  return { kind: 'done', text: SITE_DONE[key as keyof typeof SITE_DONE][lang] }
}
