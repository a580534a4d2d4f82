import type { DiaryKind } from '../../../copy/diary.ts'
import type { EntryField } from './field.ts'

/** Kinds of place an entry is made at; a kind of place that is not among them may hold every entry. */
export type EntryPlace = 'growing_area' | 'packing_house' | 'fish_pond' | 'forest_lot' | 'barn'

export type EntryKind = DiaryKind

/** One kind of diary entry: what it asks, and where it is made. */
export type EntryKindDescription = {
  readonly at: readonly EntryPlace[]
  /**
   * Whether it says which household: `one` where each has its own figures (a harvest), `many` where one
   * round of work may be done for several, which the record then says.
   */
  readonly households: 'none' | 'one' | 'many'
  /** `wanted`: the form begins with the camera. */
  readonly photo: 'wanted' | 'optional'
  readonly fields: readonly EntryField[]
}

export const FIELDS_OF_CROPS = ['growing_area', 'forest_lot'] as const satisfies EntryPlace[]
export const EVERYWHERE = [
  'growing_area',
  'forest_lot',
  'fish_pond',
  'barn',
  'packing_house',
] as const satisfies EntryPlace[]
