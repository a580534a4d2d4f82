import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import type { FieldKit, KitSite } from '../../../worker/domain/diary/field-kit.ts'
import { type Draft, draftKey } from './draft.ts'
import type { PastEntry } from './past-entries.ts'

/** An empty form for work of a kind: where, for whom and of which season as the last time. */
export function newDraft(given: {
  readonly kit: FieldKit
  readonly kind: EntryKind
  readonly past: readonly PastEntry[]
  readonly today: string
  readonly id: string
}): Draft | null {
  const { kit, kind, past, today, id } = given
  const sites = sitesFor(kit, kind)
  const last =
    past.find((entry) => entry.kind === kind && has(sites, entry.siteId)) ??
    past.find((entry) => has(sites, entry.siteId))
  const site = sites.find(({ id: siteId }) => siteId === last?.siteId) ?? sites[0]
  if (site === undefined) return null
  const aim = { does: 'new' } as const
  return {
    ...EMPTY,
    ...{ accountId: kit.account.id, id, aim, key: draftKey(aim, kind), kind, occurredOn: today },
    ...placeOf({ kit, site, kind, past }),
  }
}

/** Where a kind of work may be written down. */
export function sitesFor(kit: FieldKit, kind: EntryKind): readonly KitSite[] {
  return kit.sites.filter((site) => site.kinds.includes(kind))
}

/** A place with the households and the season of the last time there. */
export function placeOf(given: {
  readonly kit: FieldKit
  readonly site: KitSite
  readonly kind: EntryKind
  readonly past: readonly PastEntry[]
}): Pick<Draft, 'siteId' | 'householdIds' | 'seasonId'> {
  const { kit, site, kind, past } = given
  const here = past.filter(({ siteId }) => siteId === site.id)
  const last = here.find((entry) => entry.kind === kind) ?? here[0]
  const asked = ENTRY_KINDS[kind].households
  const known = (last?.householdIds ?? []).filter((id) => has(site.households, id))
  const only = site.households.length === 1 ? site.households.map(({ id }) => id) : []
  const households = known.length > 0 ? known : only
  const seasons = (kit.seasons ?? []).filter(({ siteId }) => siteId === site.id)
  const season = seasons.find(({ id }) => id === last?.seasonId) ?? seasons[0]
  return {
    siteId: site.id,
    householdIds: asked === 'none' ? [] : asked === 'one' ? households.slice(0, 1) : households,
    seasonId: season?.id ?? null,
  }
}

const EMPTY = {
  touchedAt: 0,
  values: {},
  photos: [],
  keptPhotos: [],
  onBehalfOf: null,
  spoken: [],
  reason: '',
  confirm: [],
} as const

function has(things: readonly { readonly id: string }[], id: string): boolean {
  return things.some((thing) => thing.id === id)
}
