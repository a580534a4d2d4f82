import type { Asking } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import type { InspectedSite } from '../inspections/find-site.ts'

/** Whether minutes of a place may propose that its code be suspended. */
export function mayPropose({ actor }: Asking, site: InspectedSite): boolean {
  return site.codeId !== null && mayDo(actor, 'codes.propose', site.target)
}
