import type { SiteFacts } from '../../../db/queries/sites-write.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Details } from './kind-fields.ts'
import type { ResolvedPlace } from './resolve-commune.ts'

type Read = {
  readonly name: string
  readonly hamlet: string | null
  readonly formerDistrict: string | null
  readonly areaHa: number | null
  readonly capacityTPerDay: number | null
  readonly householdCount: number | null
  readonly representative: string | null
  readonly phone: string | null
  readonly details: Details
}

/** What is stored of a place, from what was read of its form and the commune it names. */
export function siteFacts(read: Read, place: ResolvedPlace): SiteFacts {
  const { name, details } = read
  return {
    name,
    nameFolded: foldVietnamese(name),
    hamlet: read.hamlet,
    ...place,
    formerDistrict: read.formerDistrict,
    areaHa: read.areaHa,
    capacityTPerDay: read.capacityTPerDay,
    householdCount: read.householdCount,
    representative: read.representative,
    phone: read.phone,
    details: Object.keys(details).length === 0 ? null : JSON.stringify(details),
  }
}

/** Facts for the audit log: telephone numbers and codes of search stay out of it. */
export function auditedFacts(facts: SiteFacts): Record<string, unknown> {
  const { nameFolded: _, phone, details, ...told } = facts
  return { ...told, phone: phone === null ? null : '…', ...JSON.parse(details ?? '{}') }
}
