import {
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  sumDecimals,
  toDecimal,
} from '../../lib/measure/decimal.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { StockAmount } from './stock-amount.ts'

/** One purchase or use of an input, as an entry of the diary says it. */
export type StockEntry = {
  readonly id: string
  readonly is: 'purchase' | 'use'
  readonly occurredOn: string
  readonly product: string
  readonly lot: string | null
  readonly expiresOn: string | null
  /** Null where the entry does not say how much. */
  readonly amount: StockAmount | null
}

/** What was bought in one lot, and the last day it may be used. */
export type StockLot = {
  readonly entryId: string
  readonly boughtOn: string
  readonly lot: string | null
  readonly expiresOn: string | null
  readonly amount: StockAmount | null
}

/** Amounts of one unit; those in other units of the same product stand beside. */
export type StockBalance = {
  /** `kg`, `l`, or what was counted: `bottle`. */
  readonly unit: string
  readonly bought: Decimal
  readonly used: Decimal
  /** Below zero where more was used than bought. */
  readonly left: Decimal
  /** Part of what was used was reckoned from dose and area. */
  readonly isReckoned: boolean
}

export type StockItem = {
  readonly key: string
  /** As it was written last. */
  readonly product: string
  readonly balances: readonly StockBalance[]
  readonly lots: readonly StockLot[]
  readonly lastUsedOn: string | null
  /** Entries that deserve a question. */
  readonly questions: readonly StockQuestion[]
}

export type StockQuestion = {
  readonly entryId: string
  readonly occurredOn: string
  readonly code: 'never_bought' | 'more_than_bought' | 'expired'
}

const ZERO = exact('0')
const MINUS = exact('-1')

/**
 * What there is of each input by what the diary says, in the order of their names. A use before any
 * purchase, beyond what was bought until then, or after the last day of every lot is a question: the
 * diary may only be incomplete.
 */
export function stockOf(entries: readonly StockEntry[]): StockItem[] {
  const byProduct = Map.groupBy(entries, ({ product }) => foldVietnamese(product))
  return [...byProduct]
    .filter(([key]) => key !== '')
    .map(([key, group]) => itemOf(key, group.toSorted(inTime)))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Of one day what was bought comes first. */
function inTime(a: StockEntry, b: StockEntry): number {
  if (a.occurredOn !== b.occurredOn) return a.occurredOn < b.occurredOn ? -1 : 1
  if (a.is !== b.is) return a.is === 'purchase' ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function itemOf(key: string, entries: readonly StockEntry[]): StockItem {
  const lots = entries.flatMap((entry): StockLot[] => {
    const { id: entryId, occurredOn: boughtOn, lot, expiresOn, amount } = entry
    return entry.is === 'purchase' ? [{ entryId, boughtOn, lot, expiresOn, amount }] : []
  })
  const uses = entries.filter(({ is }) => is === 'use')
  return {
    key,
    product: entries.at(-1)?.product ?? key,
    balances: balancesOf(entries),
    lots,
    lastUsedOn: uses.at(-1)?.occurredOn ?? null,
    questions: questionsOf(entries),
  }
}

function balancesOf(entries: readonly StockEntry[]): StockBalance[] {
  const units = [...new Set(entries.flatMap(({ amount }) => amount?.unit ?? []))].sort()
  return units.map((unit) => {
    const of = (is: StockEntry['is']) => amountsIn(entries, { unit, is })
    const [bought, used] = [sumDecimals(of('purchase')), sumDecimals(of('use'))]
    const isReckoned = entries.some(
      ({ is, amount }) => is === 'use' && amount?.unit === unit && amount.isReckoned,
    )
    return { unit, bought, used, left: minus(bought, used), isReckoned }
  })
}

/** What was bought and used until a day, as questions need it. */
type Until = {
  anyBought: boolean
  /** The last day of the lot that keeps longest; null where one has no end. */
  keepsUntil: string | null
  /** Units in which it was bought; null among them where somebody did not say how much. */
  readonly units: Set<string | null>
  /** By unit. */
  readonly bought: Map<string, Decimal>
  readonly used: Map<string, Decimal>
}

/** In one walk from the first entry to the last. */
function questionsOf(entries: readonly StockEntry[]): StockQuestion[] {
  const until: Until = {
    ...{ anyBought: false, keepsUntil: '', units: new Set() },
    ...{ bought: new Map(), used: new Map() },
  }
  const questions: StockQuestion[] = []
  for (const entry of entries) {
    count(until, entry)
    const code = entry.is === 'use' ? questionOf(entry, until) : null
    if (code !== null) questions.push({ entryId: entry.id, occurredOn: entry.occurredOn, code })
  }
  return questions
}

function count(until: Until, { is, amount, expiresOn }: StockEntry): void {
  if (is === 'purchase') {
    until.anyBought = true
    until.units.add(amount?.unit ?? null)
    const { keepsUntil } = until
    const isLonger = keepsUntil !== null && (expiresOn === null || expiresOn > keepsUntil)
    if (isLonger) until.keepsUntil = expiresOn
  }
  // A figure that was reckoned proves nothing.
  if (amount === null || amount.isReckoned) return
  const sums = is === 'purchase' ? until.bought : until.used
  sums.set(amount.unit, sumDecimals([sums.get(amount.unit) ?? ZERO, amount.value]))
}

function questionOf(use: StockEntry, until: Until): StockQuestion['code'] | null {
  const { amount, occurredOn } = use
  if (!until.anyBought) return 'never_bought'
  if (until.keepsUntil !== null && until.keepsUntil < occurredOn) return 'expired'
  if (amount === null || amount.isReckoned) return null
  // Bought in bottles and used by the millilitre: nothing can be said.
  if (until.units.size !== 1 || !until.units.has(amount.unit)) return null
  const bought = until.bought.get(amount.unit) ?? ZERO
  const used = until.used.get(amount.unit) ?? ZERO
  return compareDecimals(used, bought) > 0 ? 'more_than_bought' : null
}

function amountsIn(
  entries: readonly StockEntry[],
  { unit, is }: { readonly unit: string; readonly is: StockEntry['is'] },
): Decimal[] {
  return entries.flatMap((entry) =>
    entry.is === is && entry.amount?.unit === unit ? [entry.amount.value] : [],
  )
}

function minus(from: Decimal, value: Decimal): Decimal {
  return value === ZERO ? from : sumDecimals([from, multiplyDecimals(value, MINUS)])
}

function exact(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new RangeError(text)
  return value
}
