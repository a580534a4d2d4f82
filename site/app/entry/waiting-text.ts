import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fillAll } from '../../../worker/copy/fill.ts'
import { formatOn } from '../../../worker/copy/format.ts'
import { inEach } from '../../../worker/copy/in-each.ts'
import type { EntryValues } from '../../../worker/domain/diary/entry-body.ts'
import { waitingOf } from '../../../worker/domain/diary/waiting.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'

/** “Cách ly đến ngày …”, at once and without a network; null where nothing has to wait. */
export function waitingText(entry: {
  readonly occurredOn: string
  readonly values: EntryValues
}): LocalText | null {
  const waiting = waitingOf(entry)
  const from = waiting === null ? null : toCalendarDate(waiting.allowedOn)
  if (from === null) return null
  const text = entry.values['withdrawalDays'] === undefined ? W.clearAfter : W.clearAfterAnimal
  return fillAll(text, {
    day: inEach((lang) => formatOn(addDays(from, -1), lang)),
    from: inEach((lang) => formatOn(from, lang)),
  })
}
