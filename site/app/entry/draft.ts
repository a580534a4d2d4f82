import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import type { Photo } from '../outbox/record.ts'

/** What a form is about: a new entry, a record of the queue that is mended, an entry that is corrected. */
export type DraftAim =
  | { readonly does: 'new' }
  | { readonly does: 'mend'; readonly recordId: string }
  | { readonly does: 'correct'; readonly entryId: string }

/**
 * An entry that is being written, as the form has it: texts, not values, so that nothing typed is lost
 * to a form that has changed since.
 */
export type Draft = {
  readonly accountId: string
  /** The record's from the beginning: saved twice, or killed between saving and forgetting, it is one. */
  readonly id: string
  /** One a form: `new/harvest`, `mend/{record}`, `correct/{entry}`. */
  readonly key: string
  readonly aim: DraftAim
  readonly kind: EntryKind
  readonly touchedAt: number
  readonly occurredOn: string
  readonly siteId: string
  readonly householdIds: readonly string[]
  readonly seasonId: string | null
  /** By field; a measure is `{value, unit}`, anything else its text. */
  readonly values: Readonly<Record<string, DraftValue>>
  readonly photos: readonly Photo[]
  /** Photos of the record or entry that stay with it, by their hashes. */
  readonly keptPhotos: readonly string[]
  /** Who told it, where that is not whoever writes. */
  readonly onBehalfOf: string | null
  /** Fields that were spoken. */
  readonly spoken: readonly string[]
  /** Why an entry is corrected. */
  readonly reason: string
  /** True where the entry is taken back, instead of corrected. */
  readonly takesBack?: boolean
  /** Questions answered with yes. */
  readonly confirm: readonly string[]
}

export type DraftValue =
  | string
  | { readonly value: string; readonly unit: string }
  | { readonly name: string; readonly id: string | null }

export function draftKey(aim: DraftAim, kind: EntryKind): string {
  switch (aim.does) {
    case 'new':
      return `new/${kind}`
    case 'mend':
      return `mend/${aim.recordId}`
    case 'correct':
      return `correct/${aim.entryId}`
  }
}
