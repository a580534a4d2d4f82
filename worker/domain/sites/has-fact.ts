import type { SiteFact } from './site-facts.ts'

/** Whether sites of a kind have a fact, so that it is asked and shown. */
export function hasFact(
  { slot, kinds }: Pick<SiteFact, 'slot' | 'kinds'>,
  kind: { readonly id: string; readonly labelSlot: string },
): boolean {
  if (slot !== undefined && kind.labelSlot !== slot) return false
  return kinds === undefined || kinds.includes(kind.id)
}
