import type { Done } from '../../../site/models/portal-common.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { Portal } from './portal-route.ts'

/** What was just done, by the word in the address that a form led to; null for none that is known. */
export function doneOf(
  { c, lang }: Pick<Portal, 'c' | 'lang'>,
  told: Readonly<Record<string, LocalText>>,
): Done | null {
  const done = c.req.query('done') ?? ''
  const text = Object.hasOwn(told, done) ? told[done] : undefined
  return text === undefined ? null : { kind: 'done', text: text[lang] }
}
