import type { Done } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { BULK_WORDS } from '../../../copy/portal/bulk-words.ts'
import { CODES_WORDS } from '../../../copy/portal/codes-words.ts'
import type { Portal } from '../portal-route.ts'

const TEXTS = {
  granted: CODES_WORDS.granted,
  decided: CODES_WORDS.decided,
  unchanged: CODES_WORDS.unchanged,
  term: CODES_WORDS.termSaved,
  withdrawn: CODES_WORDS.withdrawn,
  back: CODES_WORDS.putBack,
  bulk: BULK_WORDS.recorded,
  undone: BULK_WORDS.undone,
} as const

/** What `?done=` says was just done; nothing typed into the address is shown. */
export function doneOf({ c, lang }: Portal): Done | null {
  const key = c.req.query('done') ?? ''
  if (!Object.hasOwn(TEXTS, key)) return null
  const text = TEXTS[key as keyof typeof TEXTS][lang]
  const code = (c.req.param('code') ?? '').slice(0, 40)
  return { kind: key === 'unchanged' ? 'warning' : 'done', text: fill(text, { code }) }
}
