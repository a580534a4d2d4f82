import type { Chance } from './chance.ts'
import { type LabelDays, PROVINCES, province, stranger, type Visitor } from './people.ts'

/** How a roll of labels was copied and sold. */
export type CopiedRoll = {
  readonly name: string
  /** Labels of the roll, each copied so many times. */
  readonly labels: number
  readonly copies: number
  readonly provinces: number
  /** Days over which the copies are sold, evenly. */
  readonly soldOver: number
  /** Of packages sold, how many are opened by somebody. */
  readonly scanned: number
}

const roll = {
  ...{ labels: 500, copies: 100, provinces: 1, soldOver: 7, scanned: 0.1 },
} as const
const one = { ...roll, labels: 1 } as const

export const COPIED_ROLLS: readonly CopiedRoll[] = [
  { ...roll, name: 'a roll of 500, each copied 100 times, sold in a week in one province' },
  { ...roll, name: 'the same in ten provinces', provinces: 10 },
  { ...roll, name: 'in one province, one package in twenty opened', scanned: 0.05 },
  { ...roll, name: 'in ten provinces, one in twenty opened', provinces: 10, scanned: 0.05 },
  { ...roll, name: 'sold over a month in one province', soldOver: 30 },
  { ...roll, name: 'sold over a month in ten provinces', soldOver: 30, provinces: 10 },
  { ...one, name: 'one label copied 100 times, a week, one province' },
  {
    ...one,
    name: 'one label copied 1,000 times, a month, ten provinces',
    copies: 1_000,
    soldOver: 30,
    provinces: 10,
  },
  {
    ...one,
    name: 'one label copied 10,000 times, a month, one province',
    copies: 10_000,
    soldOver: 30,
  },
]

/** A label of the roll: buyers scattered over days, some of whom show it to somebody at home. */
export function copiedLabel(chance: Chance, of: CopiedRoll, sellingDays: number): LabelDays {
  const mean = (of.copies / of.soldOver) * of.scanned
  return Array.from({ length: sellingDays }, (_, day) => {
    if (day >= of.soldOver) return []
    const buyers = chance.count(mean)
    return Array.from({ length: buyers }).flatMap(() => {
      const where = PROVINCES[chance.between(0, of.provinces - 1)] ?? ''
      const buyer = stranger(chance, where)
      return chance.happens(0.3) ? [buyer, { ...buyer, agent: `${buyer.agent} 2` }] : [buyer]
    })
  })
}

/** Somebody who wants a genuine label to look copied, with so many addresses and any number of browsers. */
export function burner(chance: Chance, addresses: number): Visitor[] {
  const where = province(chance)
  return Array.from({ length: addresses }).flatMap((_, at) =>
    Array.from({ length: 5 }, (_each, agent) => ({
      ...{ province: where, address: `burner ${at}`, agent: `burner ${agent}` },
    })),
  )
}
