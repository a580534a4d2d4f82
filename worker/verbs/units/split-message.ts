import { fillAll } from '../../copy/fill.ts'
import { formatNumber, formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { SUCCESSION_MESSAGES } from '../../copy/portal/succession.ts'
import type { SplitUnit } from '../../domain/places/moves-of-day.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** What officers are told of a commune that was divided, and where its places are listed. */
export function splitMessage(
  split: SplitUnit,
  given: { readonly on: string; readonly count: number; readonly document: string },
): { title: LocalText; body: LocalText; href: `/${string}` } {
  const values = {
    old: split.name,
    document: given.document,
    on: inEach((lang) => formatOn(given.on, lang)),
    count: inEach((lang) => formatNumber(given.count, lang)),
    into: split.into.map(({ name }) => name).join(', '),
  }
  return {
    title: fillAll(SUCCESSION_MESSAGES.title, values),
    body: fillAll(SUCCESSION_MESSAGES.body, values),
    href: `/portal/sites?place=${encodeURIComponent(split.name)}`,
  }
}
