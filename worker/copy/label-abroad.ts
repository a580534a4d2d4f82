/**
 * What a label says in the language of the market it goes to, by market. Chinese letters are not in the
 * face of labels, so packs for China carry it in English; what the market wants beyond goes on the box.
 */
export const ORIGIN_ABROAD: Readonly<Record<string, readonly string[]>> = {
  CHN: ['Product of Vietnam'],
  HKG: ['Product of Vietnam'],
  TWN: ['Product of Vietnam'],
  USA: ['Product of Vietnam'],
  CAN: ['Product of Vietnam · Produit du Vietnam'],
  EU: ['Origin: Vietnam'],
  GBR: ['Origin: Vietnam'],
  AUS: ['Product of Vietnam'],
  NZL: ['Product of Vietnam'],
  JPN: ['Product of Vietnam'],
  KOR: ['Product of Vietnam'],
}
