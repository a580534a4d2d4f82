import { DOMESTIC, isMarket } from '../../lib/markets.ts'

/** Goods that are made into something else: no market of their own. */
export const PROCESSING = 'processing'

/** Where goods of a line go: a market of the one list (`VNM` at home), or `processing`. */
export type Destination = string

/** The market abroad of a destination; null for home and for processing. */
export function abroad(destination: Destination | null): string | null {
  return destination !== null && destination !== DOMESTIC && isMarket(destination)
    ? destination
    : null
}

/** What may be odd about a line without being wrong: asked about, and kept with the answer. */
export const PURCHASE_FLAGS = ['not_active', 'no_authorisation', 'sold_more', 'over_quota'] as const
export type PurchaseFlag = (typeof PURCHASE_FLAGS)[number]
