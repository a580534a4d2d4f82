import type { Draft } from '../entry/draft.ts'
import type { InspectionDraft } from '../inspect/inspection-draft.ts'
import type { KeptDraft } from './device.ts'

/** Entries of the diary, the last one touched first. */
export function entriesAmong(drafts: readonly KeptDraft[]): readonly Draft[] {
  return sorted(drafts.filter((draft) => !isInspection(draft)))
}

/** Minutes of inspections, the last ones touched first. */
export function inspectionsAmong(drafts: readonly KeptDraft[]): readonly InspectionDraft[] {
  return sorted(drafts.filter(isInspection))
}

function isInspection(draft: KeptDraft): draft is InspectionDraft {
  return 'inspector' in draft
}

function sorted<D extends KeptDraft>(drafts: readonly D[]): readonly D[] {
  return [...drafts].sort((a, b) => b.touchedAt - a.touchedAt)
}
