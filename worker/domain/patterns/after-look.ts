import type { Detected } from './detectors.ts'
import type { PatternState } from './kinds.ts'

/** What stands of a pattern from earlier looks. */
export type Known = {
  readonly state: PatternState
  readonly level: number
  readonly dismissedLevel: number | null
}

/** What a look makes of it: nothing, a new one, other figures, opened again, or over. */
export type AfterLook =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'found' | 'changed' | 'again'; readonly detected: Detected }
  | { readonly kind: 'gone' }

/** So much stronger is materially so. */
const MATERIAL = 1.25

/**
 * What becomes of a pattern after a look. What was dismissed stays so while its figures are about
 * the same, and comes back when they are a quarter stronger; what has become a case only keeps its
 * figures.
 */
export function afterLook(known: Known | null, detected: Detected | null): AfterLook {
  if (known === null) return detected === null ? NOTHING : { kind: 'found', detected }
  if (detected === null) return known.state === 'open' ? { kind: 'gone' } : NOTHING
  switch (known.state) {
    case 'open':
    case 'case':
      return detected.level === known.level ? NOTHING : { kind: 'changed', detected }
    case 'gone':
      return { kind: 'again', detected }
    case 'dismissed':
      return isMaterial(known, detected) ? { kind: 'again', detected } : NOTHING
  }
}

const NOTHING: AfterLook = { kind: 'nothing' }

function isMaterial({ dismissedLevel }: Known, { level }: Detected): boolean {
  return dismissedLevel === null || level >= dismissedLevel * MATERIAL
}
