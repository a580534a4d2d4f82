import type { UnitLevel } from './unit-version.ts'

/** That one unit became another, or part of it. */
export type UnitLink = {
  readonly level: UnitLevel
  readonly oldCode: string
  readonly newCode: string
}

export type DayLinks = {
  readonly successors: (level: UnitLevel, oldCode: string) => readonly string[]
  readonly sources: (level: UnitLevel, newCode: string) => readonly string[]
  readonly ends: (level: UnitLevel, code: string) => boolean
  /** The unit also leads to its own code. */
  readonly keeps: (level: UnitLevel, code: string) => boolean
  /**
   * The one unit that what lies in the old one goes to when nobody says more: its only successor, or
   * for a province the one that keeps its code. Null where it was divided.
   */
  readonly heir: (level: UnitLevel, oldCode: string) => string | null
}

/** The successions of one day, by their old and their new ends. */
export function dayLinks(links: readonly UnitLink[]): DayLinks {
  const out = new Map<string, Set<string>>()
  const into = new Map<string, Set<string>>()
  for (const { level, oldCode, newCode } of links) {
    add(out, `${level}/${oldCode}`, newCode)
    add(into, `${level}/${newCode}`, oldCode)
  }
  const successors = (level: UnitLevel, code: string) => [...(out.get(`${level}/${code}`) ?? [])]
  return {
    successors,
    sources: (level, code) => [...(into.get(`${level}/${code}`) ?? [])],
    ends: (level, code) => out.has(`${level}/${code}`),
    keeps: (level, code) => out.get(`${level}/${code}`)?.has(code) === true,
    heir: (level, code) => {
      const all = successors(level, code)
      const [only] = all
      if (all.length === 1) return only ?? null
      return level === 'province' && all.includes(code) ? code : null
    },
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}
