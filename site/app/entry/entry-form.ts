import type { EntryQuestion } from '../../../worker/domain/diary/entry-fault.ts'
import type { KitSite } from '../../../worker/domain/diary/field-kit.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { Draft, DraftValue } from './draft.ts'
import type { PastEntry } from './past-entries.ts'

/** What the parts of an entry's form share. */
export type EntryForm = {
  readonly draft: Draft
  readonly sites: readonly KitSite[]
  readonly site: KitSite | null
  readonly past: readonly PastEntry[]
  readonly today: string
  /** Of whoever writes. */
  readonly ownName: string
  readonly change: (part: Partial<Draft>) => void
  readonly changeValue: (name: string, value: DraftValue, how?: 'typed' | 'spoken') => void
  /** By path as the reading names it; empty before one looked. */
  readonly faults: ReadonlyMap<string, LocalText>
  readonly questions: readonly EntryQuestion[]
}
