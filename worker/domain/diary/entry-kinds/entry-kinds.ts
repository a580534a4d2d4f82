import type { EntryKind, EntryKindDescription, EntryPlace } from './entry-kind.ts'
import {
  EQUIPMENT,
  INCIDENT,
  INPUT_PURCHASE,
  OTHER,
  SELF_CHECK,
  SITE_ASSESSMENT,
  TRAINING,
  WASTE,
} from './farm-kinds.ts'
import {
  HARVEST,
  PACKING,
  PROCESSING,
  PURCHASE,
  STORAGE,
  TRANSPORT,
  TREATMENT,
} from './goods-kinds.ts'
import {
  COMPOSTING,
  FEED,
  FERTILISER,
  IRRIGATION,
  PEST_MONITORING,
  PLANTING,
} from './growing-kinds.ts'
import { PLANT_PROTECTION, POND_TREATMENT, VETERINARY } from './treatment-kinds.ts'

/** Every kind of diary entry, in the order they are offered. Names and stages stand in DIARY_KINDS. */
export const ENTRY_KINDS: Readonly<Record<EntryKind, EntryKindDescription>> = {
  plant_protection: PLANT_PROTECTION,
  fertiliser: FERTILISER,
  harvest: HARVEST,
  irrigation: IRRIGATION,
  pest_monitoring: PEST_MONITORING,
  planting: PLANTING,
  feed: FEED,
  veterinary: VETERINARY,
  pond_treatment: POND_TREATMENT,
  input_purchase: INPUT_PURCHASE,
  waste: WASTE,
  composting: COMPOSTING,
  purchase: PURCHASE,
  processing: PROCESSING,
  packing: PACKING,
  treatment: TREATMENT,
  storage: STORAGE,
  transport: TRANSPORT,
  training: TRAINING,
  equipment: EQUIPMENT,
  site_assessment: SITE_ASSESSMENT,
  self_check: SELF_CHECK,
  incident: INCIDENT,
  other: OTHER,
}

/** The kinds of entry that a place of this kind may hold, in the order they are offered. */
export function entryKindsAt(siteKind: string): EntryKind[] {
  const kinds = Object.keys(ENTRY_KINDS) as EntryKind[]
  if (!PLACES.has(siteKind)) return kinds
  return kinds.filter((kind) => ENTRY_KINDS[kind].at.some((place) => place === siteKind))
}

const PLACES: ReadonlySet<string> = new Set<EntryPlace>([
  'growing_area',
  'packing_house',
  'fish_pond',
  'forest_lot',
  'barn',
])
