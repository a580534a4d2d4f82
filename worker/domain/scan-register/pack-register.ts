import { dayNumberOf, toCalendarDate } from '../../lib/time/calendar-date.ts'
import type { PackedRegister, RegisterBatch, RegisterCode } from './scan-register.ts'

const NONE = -1

/** Puts batches and codes into columns. A code that a batch names and nobody decided on is added bare. */
export function packRegister(given: {
  readonly batches: readonly RegisterBatch[]
  readonly codes: readonly RegisterCode[]
}): PackedRegister {
  const { batches } = given
  const products = namer()
  const producers = namer()
  const codes = namer()
  const known = new Map(given.codes.map((code) => [code.code, code]))
  for (const code of known.keys()) codes.placeOf(code)
  const under = batches.map(({ areas, house }) => {
    const grown = areas.map(codes.placeOf).join('+')
    return house === null ? grown : `${grown}/${codes.placeOf(house)}`
  })
  return {
    version: 1,
    product: batches.map(({ product }) => products.placeOf(product)),
    producer: batches.map(({ producer }) =>
      producer === null ? NONE : producers.placeOf(producer),
    ),
    products: products.names(),
    producers: producers.names(),
    codes: codes.names().map((name) => {
      const code = known.get(name)
      return [name, code?.kind ?? '', code?.decisions ?? []]
    }),
    refs: batches.map(({ ref }) => ref).join(''),
    lots: batches.map(({ lot }) => lot),
    packed: batches.map(({ packedOn }) => dayOf(packedOn)),
    expires: batches.map(({ expiresOn }) => dayOf(expiresOn)),
    under,
  }
}

/** Gives each name its place, the first time it is met. */
function namer() {
  const places = new Map<string, number>()
  return {
    placeOf: (name: string): number => {
      const known = places.get(name)
      if (known !== undefined) return known
      places.set(name, places.size)
      return places.size - 1
    },
    names: (): string[] => [...places.keys()],
  }
}

function dayOf(on: string | null): number {
  const date = on === null ? null : toCalendarDate(on)
  return date === null ? NONE : dayNumberOf(date)
}
