import type { SiteValues } from '../../../db/queries/sites-write.ts'
import { hasFact } from '../../domain/sites/has-fact.ts'
import { SITE_FACT_ENTRIES, type SiteFacts } from '../../domain/sites/site-facts.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Details } from './kind-fields.ts'
import type { ResolvedPlace } from './resolve-commune.ts'

type Read = SiteFacts & { readonly name: string; readonly details: Details }

/**
 * What is stored of a site, from what was read of its form and the commune it names. What sites of
 * its kind are not asked for stays as it was.
 */
export function siteValues(given: {
  readonly read: Read
  readonly place: ResolvedPlace
  readonly kind: { readonly id: string; readonly labelSlot: string }
  /** Null for a new one. */
  readonly before: SiteFacts | null
}): SiteValues {
  const { read, place, kind, before } = given
  const { name, details } = read
  const facts = SITE_FACT_ENTRIES.map(([fact, described]) => [
    fact,
    hasFact(described, kind) ? read[fact] : (before?.[fact] ?? null),
  ])
  return {
    // Each value stood under its own name.
    ...(Object.fromEntries(facts) as SiteFacts),
    name,
    nameFolded: foldVietnamese(name),
    ...place,
    details: Object.keys(details).length === 0 ? null : details,
  }
}
