import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryField } from '../../../worker/domain/diary/entry-kinds/field.ts'
import type { DraftValue } from './draft.ts'
import { draftValueOf, isSameValue } from './draft-values.ts'
import type { PastEntry } from './past-entries.ts'

const MOST_OFFERED = 4

/** What a field said lately, each once, newest first: one tap each. */
export function offersFor(given: {
  readonly field: EntryField
  readonly kind: EntryKind
  readonly siteId: string
  readonly past: readonly PastEntry[]
  /** Whose phone it is: most do the work themselves. */
  readonly ownName: string
}): DraftValue[] {
  const { field, kind, siteId, past, ownName } = given
  if (!field.remembered) return []
  const alike = past.filter((entry) => entry.kind === kind)
  const here = alike.filter((entry) => entry.siteId === siteId)
  const elsewhere = alike.filter((entry) => entry.siteId !== siteId)
  const offered: DraftValue[] = []
  for (const { values } of [...here, ...elsewhere]) {
    const value = values[field.name]
    if (value === undefined) continue
    const offer = draftValueOf(value)
    if (!offered.some((each) => isSameValue(each, offer))) offered.push(offer)
    if (offered.length === MOST_OFFERED) break
  }
  if (field.name === 'operator' && !offered.includes(ownName)) offered.push(ownName)
  return offered
}

/** All that is remembered of the last entry of this kind at this place; null where there is none. */
export function likeLastTime(given: {
  readonly kind: EntryKind
  readonly siteId: string
  readonly past: readonly PastEntry[]
}): Readonly<Record<string, DraftValue>> | null {
  const { kind, siteId, past } = given
  const last = past.find((entry) => entry.kind === kind && entry.siteId === siteId)
  if (last === undefined) return null
  const kept = ENTRY_KINDS[kind].fields.flatMap(({ name, remembered }): [string, DraftValue][] => {
    const value = last.values[name]
    return remembered && value !== undefined ? [[name, draftValueOf(value)]] : []
  })
  return kept.length === 0 ? null : Object.fromEntries(kept)
}
