import type { Chance } from './chance.ts'
import { household, type LabelDays, province, stranger, type Visitor } from './people.ts'

/** A way in which an honest unit's label is opened, and of how many of a million units it is. */
export type HonestWay = {
  readonly name: string
  readonly ofMillion: number
  readonly days: (chance: Chance) => LabelDays
}

const empty = (days: number): Visitor[][] => Array.from({ length: days }, () => [])

function someOf(chance: Chance, people: readonly Visitor[], share: number): Visitor[] {
  return people.filter(() => chance.happens(share))
}

/** A number that is mostly about `median` and now and then many times that. */
function skewed(chance: Chance, median: number, width: number): number {
  const normal =
    Math.sqrt(-2 * Math.log(1 - chance.fraction())) * Math.cos(6.2832 * chance.fraction())
  return median * Math.exp(width * normal)
}

const strangers = (chance: Chance, count: number, where: () => string) =>
  Array.from({ length: count }, () => stranger(chance, where()))

/** What happens to honest units in a year; the rest of a million are never opened. */
export const HONEST_WAYS: readonly HonestWay[] = [
  {
    name: 'one person, again and again',
    ofMillion: 90_000,
    days: (chance) => {
      const [one] = household(chance, province(chance), 1)
      return empty(chance.between(1, 40)).map(() =>
        one !== undefined && chance.happens(0.4) ? [one] : [],
      )
    },
  },
  {
    name: 'a family, for a week or two',
    ofMillion: 60_000,
    days: (chance) => {
      const family = household(chance, province(chance), chance.between(2, 7))
      return empty(chance.between(1, 14)).map(() => someOf(chance, family, 0.35))
    },
  },
  {
    name: 'a gift: two households, two provinces',
    ofMillion: 5_000,
    days: (chance) => {
      const people = [
        ...household(chance, province(chance), chance.between(2, 5)),
        ...household(chance, province(chance), chance.between(2, 6)),
      ]
      return empty(chance.between(2, 20)).map(() => someOf(chance, people, 0.3))
    },
  },
  {
    name: 'on a shop’s shelf, looked at and put back',
    ofMillion: 10_000,
    days: (chance) => {
      const [home, mean] = [province(chance), skewed(chance, 0.4, 0.6)]
      return empty(chance.between(3, 30)).map(() =>
        strangers(chance, chance.count(mean), () => home),
      )
    },
  },
  {
    name: 'a shop’s display piece',
    ofMillion: 400,
    days: (chance) => {
      const [home, mean] = [province(chance), skewed(chance, 2, 0.5)]
      return empty(chance.between(7, 21)).map(() =>
        strangers(chance, chance.count(mean), () => home),
      )
    },
  },
  {
    name: 'handed round at a fair',
    ofMillion: 100,
    days: (chance) => {
      const [home, mean] = [province(chance), skewed(chance, 12, 0.6)]
      const anywhere = () => (chance.happens(0.8) ? home : province(chance))
      return empty(chance.between(2, 4)).map(() => strangers(chance, chance.count(mean), anywhere))
    },
  },
  {
    name: 'a reseller’s offer with the code in its photograph',
    ofMillion: 300,
    days: (chance) => {
      const mean = skewed(chance, 0.8, 0.6)
      const days = chance.between(5, 20)
      return empty(days).map(() => strangers(chance, chance.count(mean), () => province(chance)))
    },
  },
  {
    name: 'a photograph in a chat group',
    ofMillion: 500,
    days: (chance) => {
      const home = province(chance)
      const anywhere = () => (chance.happens(0.6) ? home : province(chance))
      const all = Math.min(60, Math.round(skewed(chance, 7, 0.6)))
      const first = strangers(chance, Math.round(all * 0.7), anywhere)
      const later = strangers(chance, Math.round(all * 0.2), anywhere)
      return [first, later, strangers(chance, Math.round(all * 0.1), anywhere)]
    },
  },
  {
    name: 'an office or dormitory behind one mobile address',
    ofMillion: 2_000,
    days: (chance) => {
      const address = `shared ${chance.fraction()}`
      const home = province(chance)
      const people = strangers(chance, chance.between(4, 25), () => home)
      const shared = people.map((person) => ({ ...person, address }))
      return empty(chance.between(1, 10)).map(() => someOf(chance, shared, 0.25))
    },
  },
]
