import type { Done } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { BULK_COPY } from '../../../copy/portal/bulk.ts'
import { CODES_COPY } from '../../../copy/portal/codes.ts'
import type { Portal } from '../portal-route.ts'

const TEXTS = {
  granted: CODES_COPY.granted,
  decided: CODES_COPY.decided,
  unchanged: CODES_COPY.unchanged,
  term: CODES_COPY.termSaved,
  withdrawn: CODES_COPY.withdrawn,
  back: CODES_COPY.putBack,
  bulk: BULK_COPY.recorded,
  undone: BULK_COPY.undone,
} as const

/** What `?done=` says was just done; nothing typed into the address is shown. */
export function doneOf({ c, param, lang }: Portal): Done | null {
  const key = c.req.query('done') ?? ''
  if (!Object.hasOwn(TEXTS, key)) return null
  const text = TEXTS[key as keyof typeof TEXTS][lang]
  const code = param('code').slice(0, 40)
  return { kind: key === 'unchanged' ? 'warning' : 'done', text: fill(text, { code }) }
}
