import type { MapPlaceView } from '../models/map.ts'
import { mapMark } from './viet-nam-map.ts'

export type PlaceDot = {
  readonly x: number
  readonly y: number
  readonly r: number
  readonly name: string
}

/** A circle a place on the country's drawing; its surface tells the coded area beside the largest. */
export function placeDots(rows: readonly MapPlaceView[]): readonly PlaceDot[] {
  const most = Math.max(1e-9, ...rows.map(({ areaHa }) => areaHa))
  return rows.flatMap(({ point, areaHa, name }) => {
    const at = mapMark(point)
    return at === null ? [] : [{ ...at, r: 1.5 + 4.5 * Math.sqrt(areaHa / most), name: name ?? '' }]
  })
}
