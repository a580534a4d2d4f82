import { site } from '../../db/schema/index.ts'
import { THINGS } from '../copy/refusals/things.ts'
import { hasFact } from '../domain/sites/has-fact.ts'
import {
  SITE_FACT_ENTRIES,
  type SiteFact,
  type SiteFactName,
  type SiteFacts,
} from '../domain/sites/site-facts.ts'
import type { Field } from './field.ts'
import { optionalLine, optionalPhone } from './fields.ts'
import { optionalArea, optionalCount, optionalDecimal } from './number-fields.ts'
import { resource } from './resource.ts'

/**
 * A growing area, packing house or site of another kind, by its plain facts. Its name, holder,
 * commune, crops, treatments, boundary and what its kind alone asks have rules of their own: see
 * `verbs/sites`.
 */
export const SITE = resource({
  actions: { add: 'site.create', edit: 'site.update' },
  entity: 'site',
  noun: THINGS.site,
  table: site,
  may: { read: 'sites.read', write: 'sites.write' },
  target: ({ organisationId, provinceCode, communeCode }) => ({
    organisationId,
    place: { provinceCode, communeCode },
  }),
  touches: ({ id }) => ({ siteIds: [id] }),
  fields: fieldsOfFacts(),
})

type FactFields = { readonly [K in SiteFactName]: Field<SiteFacts[K]> }

function fieldsOfFacts(): FactFields {
  const fields = SITE_FACT_ENTRIES.map(([name, fact]) => [name, fieldOf(fact)])
  // What a fact holds is said once, here as in `SiteFacts`.
  return Object.fromEntries(fields) as FactFields
}

function fieldOf(fact: SiteFact): Field<string | null> | Field<number | null> {
  // Its column is one of the list of codes, which is read by rules of its own.
  const { sheet: _, ...given } = fact
  switch (fact.holds) {
    case 'line':
      return optionalLine({ ...given, max: fact.max ?? 200 })
    case 'area':
      return optionalArea(given)
    case 'decimal':
      return optionalDecimal({ ...given, unit: null })
    case 'count':
      return optionalCount(given)
    case 'phone':
      return optionalPhone(given)
  }
}

/** The fields asked and shown of sites of a kind, of one part of the form. */
export function siteFields(asked: {
  readonly kind: { readonly id: string; readonly labelSlot: string }
  readonly group: SiteFact['group']
}): { readonly fields: Readonly<Record<string, Field<unknown>>> } {
  const { kind, group } = asked
  const fields = SITE_FACT_ENTRIES.filter(
    ([, fact]) => fact.group === group && hasFact(fact, kind),
  ).map(([name]) => [name, SITE.fields[name]])
  return { fields: Object.fromEntries(fields) }
}
