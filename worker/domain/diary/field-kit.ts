import type { AreaRegion } from '../../lib/measure/area.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { Role } from '../access/roles.ts'
import type { InspectionKit } from '../inspections/inspection-kit.ts'
import type { KitVisit } from '../monitoring/kit-visit.ts'
import type { EntryValues } from './entry-body.ts'
import type { EntryKind } from './entry-kinds/entry-kind.ts'

/** What a device keeps to write a diary without a network: one account's, asked for anew when there is one. */
export type FieldKit = {
  /** Of the shape; a device that knows another asks for an update and keeps what it has. */
  readonly version: 1
  /** Epoch milliseconds, by which the device's clock is measured. */
  readonly serverNow: number
  readonly account: { readonly id: string; readonly name: string; readonly role: Role }
  readonly organisations: readonly { readonly id: string; readonly name: string }[]
  /** Places whose diary the account may write; none where the role writes no diary. */
  readonly sites: readonly KitSite[]
  readonly seasons?: readonly KitSeason[]
  readonly protectionProducts?: readonly KitProduct[]
  /** Visits of whoever makes them: what was left undone and the days to come. */
  readonly visits?: readonly KitVisit[]
  /** Left out for who does not inspect. */
  readonly inspection?: InspectionKit
  /** What was entered last, to be offered again: newest first, at most one of each kind and place. */
  readonly last: readonly KitLast[]
  /** Kinds any of the places may hold, in the order they are offered. */
  readonly kinds: readonly EntryKind[]
  /** True where places or households were left out because there are too many. */
  readonly isCut: boolean
}

export type KitSite = {
  readonly id: string
  readonly organisationId: string
  readonly name: string
  /** The code people know it by, as printed; null where it has none. */
  readonly code: string | null
  readonly kind: string
  readonly kindName: LocalText
  readonly crops: readonly string[]
  readonly areaHa: number | null
  readonly commune: string | null
  readonly province: string | null
  /** Which sào and mẫu are meant here; null where it is not known. */
  readonly region: AreaRegion | null
  readonly kinds: readonly EntryKind[]
  readonly households: readonly KitHousehold[]
}

export type KitHousehold = {
  readonly id: string
  readonly name: string
  readonly plot: string | null
  readonly areaHa: number | null
}

export type KitSeason = {
  readonly id: string
  readonly siteId: string
  readonly householdId: string | null
  readonly plot: string | null
  readonly crop: string
  readonly variety: string | null
  /** What people call it: `Xoài cát Hòa Lộc, vụ 2026`. */
  readonly name: string
  readonly sownOn: string | null
  readonly harvestFromOn: string | null
  readonly harvestToOn: string | null
}

/** A product of the dated plant-protection list, as far as a device needs it. */
export type KitProduct = {
  readonly id: string
  readonly name: string
  readonly activeIngredients: string
  readonly crops: readonly string[]
  readonly pests: readonly string[]
  readonly intervalDays: number | null
  readonly reentryHours: number | null
  readonly dose: string | null
  readonly permittedFromOn: string | null
  /** Last day on which it may be used; null while it may. */
  readonly permittedToOn: string | null
}

/** The last entry of a kind at a place: the values that are remembered, and for whom. */
export type KitLast = {
  readonly siteId: string
  readonly kind: EntryKind
  readonly occurredOn: string
  readonly householdIds: readonly string[]
  readonly values: EntryValues
}
