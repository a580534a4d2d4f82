import { CORRECTION_COPY as W } from '../../../worker/copy/app/correction.ts'
import type { EntryReading } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { Draft } from './draft.ts'

/** What there is to mend in a form, by the path of what it concerns; the first word on each. */
export function faultsOf(draft: Draft, reading: EntryReading): ReadonlyMap<string, LocalText> {
  const faults = new Map<string, LocalText>()
  const given = reading.ok || draft.takesBack === true ? [] : reading.faults
  for (const { path, text } of given) if (!faults.has(path)) faults.set(path, text)
  if (draft.occurredOn === '') faults.set('occurredOn', W.noDay)
  if (draft.aim.does === 'correct' && draft.reason.trim() === '') faults.set('reason', W.noReason)
  return faults
}
