import { fillAll } from '../../copy/fill.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import { DOMESTIC } from '../../lib/markets.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { cropKeyOf } from '../crops/crop-key.ts'
import { toGrams } from '../lots/balance.ts'
import { isDecidedFor, marketsOf, statusFor } from '../standing/status-on.ts'
import type { StatusEvent } from '../standing/types.ts'
import { abroad, type Destination, PURCHASE_FLAGS, type PurchaseFlag } from './kinds.ts'
import type { Days } from './periods.ts'

/** A line as it was typed; `place` tells it on its form or list. */
export type TypedLine = {
  readonly place: number
  readonly code: string | null
  readonly crop: string | null
  readonly boughtKg: number | null
  readonly soldKg: number | null
  readonly destination: Destination | null
  readonly counterpart: string | null
}

/** A code as far as goods bought through it are judged by it. */
export type TradedCode = {
  readonly codeId: string
  readonly code: string
  readonly siteId: string
  /** Who holds the code. */
  readonly holderId: string
  /** False for a packing house and other places goods are not grown at. */
  readonly isGrowingArea: boolean
  readonly crops: readonly { readonly name: string; readonly folded: string }[]
  readonly events: readonly StatusEvent[]
  /** True where the reporter holds the code. */
  readonly isHeld: boolean
  /** True where the reporter may use it: its own, a member's, by a contract, or by an officer's word. */
  readonly isEntitled: boolean
  /** What the area may give of a crop in the year; null where nobody knows. */
  readonly allowedKg: (cropFolded: string) => number | null
  /** Bought through it in the year as others and earlier reports say. */
  readonly boughtKg: (cropFolded: string) => number
}

export type JudgedLine = Omit<TypedLine, 'code' | 'crop' | 'place'> & {
  readonly place: number
  readonly codeId: string
  readonly code: string
  readonly siteId: string
  readonly holderId: string
  readonly crop: string
  readonly cropName: string
  readonly cropFolded: string
  readonly flags: readonly PurchaseFlag[]
}

export type LineFault = {
  readonly place: number
  readonly field: 'code' | 'crop' | 'boughtKg' | 'destination'
  readonly text: LocalText
}

/** A code as a typed text was looked up: found, or why it was not. */
export type FoundCode = TradedCode | { readonly refusal: LocalText }

/**
 * Judges the lines of a report: what cannot be is a fault on its field, and nothing is guessed; what may
 * be so and yet is odd is a flag. A line without kilograms says that nothing went through its code and
 * is left out.
 */
export function judgeLines(
  typed: readonly TypedLine[],
  given: { readonly days: Days; readonly found: (code: string) => FoundCode },
): { readonly lines: readonly JudgedLine[]; readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = []
  const read: { readonly line: JudgedLine; readonly traded: TradedCode }[] = []
  const seen = new Set<string>()
  for (const line of typed) {
    if (!hasGoods(line)) continue
    const result = readLine(line, given.found)
    if ('fault' in result) {
      faults.push({ place: line.place, ...result.fault })
      continue
    }
    const { codeId, cropFolded, destination, counterpart } = result.line
    const key = JSON.stringify([codeId, cropFolded, destination, foldVietnamese(counterpart ?? '')])
    if (seen.has(key)) faults.push({ place: line.place, field: 'code', text: R.twice })
    seen.add(key)
    read.push(result)
  }
  const all = read.map(({ line }) => line)
  const lines = read.map(({ line, traded }) => {
    const told = flagsOf(line, { traded, all, days: given.days })
    return { ...line, flags: PURCHASE_FLAGS.filter((flag) => told[flag]) }
  })
  return { lines, faults }
}

function hasGoods({ boughtKg, soldKg }: TypedLine): boolean {
  return (boughtKg ?? 0) > 0 || (soldKg ?? 0) > 0
}

type Fault = Omit<LineFault, 'place'>

function readLine(
  typed: TypedLine,
  found: (code: string) => FoundCode,
): { readonly line: JudgedLine; readonly traded: TradedCode } | { readonly fault: Fault } {
  const { place, code, soldKg, destination, counterpart } = typed
  if (code === null) return { fault: { field: 'code', text: R.codeMissing } }
  const traded = found(code)
  if ('refusal' in traded) return { fault: { field: 'code', text: traded.refusal } }
  if (!traded.isGrowingArea) {
    return { fault: { field: 'code', text: fillAll(R.noGrowingArea, { code: traded.code }) } }
  }
  if ((soldKg ?? 0) > 0 && destination === null) {
    return { fault: { field: 'destination', text: R.destinationMissing } }
  }
  const crop = cropOf(typed, traded)
  if (typeof crop !== 'string') return { fault: { field: 'crop', text: crop } }
  const { codeId, siteId, holderId } = traded
  const line = {
    ...{ place, codeId, siteId, holderId, code: traded.code },
    ...{ crop: cropKeyOf(crop), cropName: crop, cropFolded: foldVietnamese(crop) },
    // Nothing bought and nothing said of it are the same.
    ...{ boughtKg: positive(typed.boughtKg), soldKg: positive(soldKg) },
    ...{ destination, counterpart, flags: [] },
  }
  return { line, traded }
}

function positive(kg: number | null): number | null {
  return kg !== null && kg > 0 ? kg : null
}

/** The crop as the growing area has it; else what there is to mend. */
function cropOf({ crop }: TypedLine, { code, crops }: TradedCode): string | LocalText {
  const list = crops.map(({ name }) => name).join(', ')
  const [only, ...others] = crops
  if (crop === null) {
    if (only === undefined) return fillAll(R.cropMissing, { code })
    return others.length === 0 ? only.name : fillAll(R.severalCrops, { code, list })
  }
  if (only === undefined) return crop
  const folded = foldVietnamese(crop)
  const exact = crops.find((each) => each.folded === folded)
  if (exact !== undefined) return exact.name
  const alike = crops.filter(({ name }) => cropKeyOf(name) === cropKeyOf(crop))
  const [same, ...more] = alike
  if (same !== undefined && more.length === 0) return same.name
  return fillAll(R.otherCrop, { code, crop, list })
}

function flagsOf(
  line: JudgedLine,
  about: {
    readonly traded: TradedCode
    readonly all: readonly JudgedLine[]
    readonly days: Days
  },
): Readonly<Record<PurchaseFlag, boolean>> {
  const { traded, all, days } = about
  const same = all.filter(
    ({ codeId, cropFolded }) => codeId === line.codeId && cropFolded === line.cropFolded,
  )
  const bought = toGrams(same.reduce((sum, { boughtKg }) => sum + (boughtKg ?? 0), 0))
  const sold = toGrams(same.reduce((sum, { soldKg }) => sum + (soldKg ?? 0), 0))
  const allowed = traded.allowedKg(line.cropFolded)
  return {
    not_active: !wasActive(traded.events, line.destination, days),
    no_authorisation: !traded.isEntitled,
    // Whoever grows has goods without buying any.
    sold_more: !traded.isHeld && sold > bought,
    over_quota:
      allowed !== null &&
      bought > 0 &&
      toGrams(traded.boughtKg(line.cropFolded) + bought) > toGrams(allowed),
  }
}

/**
 * True where the code was active on at least one of the days: in the market goods went to; at home
 * unless it was decided otherwise there; where nobody says where, in any.
 */
export function wasActive(
  events: readonly StatusEvent[],
  destination: Destination | null,
  { fromOn, toOn }: Days,
): boolean {
  const market = abroad(destination)
  const markets = market !== null ? [market] : destination === null ? marketsOf(events) : [DOMESTIC]
  if (market === null && destination !== null && !isDecidedFor(events, DOMESTIC)) return true
  const changes = events.map(({ effectiveOn }) => effectiveOn)
  const days = [fromOn, ...changes.filter((on) => fromOn < on && on <= toOn)]
  return days.some((day) => markets.some((each) => statusFor(events, each, day) === 'active'))
}
