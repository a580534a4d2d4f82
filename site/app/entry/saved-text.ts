import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fillAll } from '../../../worker/copy/fill.ts'
import { inEach } from '../../../worker/copy/in-each.ts'
import type { EntryReading } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { Draft } from './draft.ts'
import { entryTitle } from './entry-title.ts'
import { waitingText } from './waiting-text.ts'

/** What is said once an entry is kept: what it was, and how long goods must wait now. */
export function savedText(draft: Draft, reading: EntryReading): LocalText {
  const saved = fillAll(W.saved, { work: entryTitle(draft) })
  const { occurredOn } = draft
  const isSaid = reading.ok && draft.takesBack !== true
  const waits = isSaid ? waitingText({ occurredOn, values: reading.entry.values }) : null
  if (waits === null) return saved
  return inEach((lang) => `${saved[lang]}${lang === 'zh' ? '' : ' '}${waits[lang]}`)
}
