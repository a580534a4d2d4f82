import type { PageCommon } from './public-common.ts'

/** `/map`: coded places added up by province, or by commune of one. */
export type MapPageModel = PageCommon & {
  readonly kind: 'map'
  /** The province whose communes are told; null for the country. */
  readonly province: string | null
  readonly rows: readonly MapPlaceView[]
}

export type MapPlaceView = {
  readonly name: string | null
  /** Where its communes are told; null for a commune. */
  readonly href: string | null
  readonly sites: number
  readonly areaHa: number
  readonly active: number
  readonly stopped: number
  /** The middle of its places, two decimals of a degree; null where none is known. */
  readonly point: { readonly lat: number; readonly lng: number } | null
}
