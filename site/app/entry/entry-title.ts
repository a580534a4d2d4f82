import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { fillAll } from '../../../worker/copy/fill.ts'
import { entryKindName } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { Draft } from './draft.ts'

/** What a form is called. */
export function entryTitle({ aim, kind }: Pick<Draft, 'aim' | 'kind'>): LocalText {
  const work = entryKindName(kind)
  return aim.does === 'new' ? work : fillAll(W.correctTitle, { work })
}
