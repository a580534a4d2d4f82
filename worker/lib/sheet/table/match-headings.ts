import { headingKey, readHeading } from './heading.ts'
import type { TableSpec } from './table-spec.ts'

export interface HeadingMatch {
  readonly id: string
  readonly loose: boolean
  /** A column further left already has this id. */
  readonly repeated: boolean
}

interface Dictionary {
  readonly exact: ReadonlyMap<string, string>
  /** Synonyms of two words or more, longest first. */
  readonly openings: readonly (readonly [string, string])[]
}

const dictionaries = new WeakMap<TableSpec, Dictionary>()

/**
 * Matches each column's labels (most telling first) with the wanted columns: equal to a synonym, or
 * else beginning with one of several words (`Mã số vùng trồng được cấp`). Exact matches come first, so
 * a loose one never takes a column from its proper heading.
 */
export function matchHeadings(
  labels: readonly (readonly string[])[],
  spec: TableSpec,
): ReadonlyMap<number, HeadingMatch> {
  const dictionary = dictionaryOf(spec)
  const matches = new Map<number, HeadingMatch>()
  const taken = new Set<string>()
  const take = (column: number, id: string, loose: boolean): void => {
    matches.set(column, { id, loose, repeated: taken.has(id) })
    taken.add(id)
  }
  const keys = labels.map((each) => each.map((label) => readHeading(label).key))
  keys.forEach((each, column) => {
    const id = each.map((key) => dictionary.exact.get(key)).find((found) => found !== undefined)
    if (id === undefined) return
    const left = matches.get(column - 1)?.id
    const meant = spec.columns.find(
      ({ besides }) => besides?.named === id && besides.column === left,
    )
    take(column, meant?.id ?? id, false)
  })
  keys.forEach((each, column) => {
    if (matches.has(column)) return
    for (const key of each) {
      const opening = dictionary.openings.find(([synonym]) => key.startsWith(`${synonym} `))
      if (opening === undefined || taken.has(opening[1])) continue
      take(column, opening[1], true)
      return
    }
  })
  return matches
}

function dictionaryOf(spec: TableSpec): Dictionary {
  const known = dictionaries.get(spec)
  if (known !== undefined) return known
  const exact = new Map<string, string>()
  for (const column of spec.columns) {
    for (const synonym of [column.label, ...column.synonyms]) {
      const key = headingKey(synonym)
      if (!exact.has(key)) exact.set(key, column.id)
    }
  }
  const openings = [...exact]
    .filter(([key]) => key.includes(' '))
    .sort(([a], [b]) => b.length - a.length)
  const dictionary = { exact, openings }
  dictionaries.set(spec, dictionary)
  return dictionary
}
