import { readFileSync } from 'node:fs'

export type Spread = { readonly median: number; readonly min: number; readonly max: number }

/** One row of the table: our figure and its floor, taken alternately in the same rounds. */
export type Row = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly floor: number | null
  readonly ratio: number | null
  readonly aim: number
  readonly better: 'higher' | 'lower'
  readonly ok: boolean
  /** Lowest and highest ratio (or value) of the rounds. */
  readonly spread: readonly [number, number]
  readonly note?: string
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const low = sorted[middle - 1] ?? 0
  const high = sorted[middle] ?? 0
  const median = sorted.length % 2 === 1 ? high : (low + high) / 2
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 }
}

/** What a row says of itself, whatever was measured. */
type Said = Pick<Row, 'name' | 'unit' | 'aim' | 'better' | 'note'>

/**
 * A row from rounds of (value, floor). The ratio is the median of the rounds' own ratios, so a
 * machine that slows down in the middle slows both sides of a round alike.
 */
export function ratioRow({
  rounds,
  ...said
}: Said & {
  readonly rounds: readonly { readonly value: number; readonly floor: number }[]
}): Row {
  const ratios = spreadOf(rounds.map(({ value, floor }) => value / floor))
  return rowOf(said, ratios, {
    value: spreadOf(rounds.map(({ value }) => value)).median,
    floor: round(spreadOf(rounds.map(({ floor }) => floor)).median),
    ratio: round(ratios.median),
  })
}

/** A row judged by its own value, where there is no floor to compare with. */
export function valueRow({ values, ...said }: Said & { readonly values: readonly number[] }): Row {
  const own = spreadOf(values)
  return rowOf(said, own, { value: own.median, floor: null, ratio: null })
}

function rowOf(
  { name, unit, aim, better, ...note }: Said,
  { median, min, max }: Spread,
  { value, floor, ratio }: Pick<Row, 'value' | 'floor' | 'ratio'>,
): Row {
  const ok = better === 'higher' ? median >= aim : median <= aim
  const told = { name, value: round(value), unit, floor, ratio, aim, better, ok }
  return { ...told, spread: [round(min), round(max)], ...note }
}

/** Processor time a process has used so far, in milliseconds (Linux; 0 elsewhere). */
export function processorMs(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

/** Memory a process holds, in megabytes (Linux; 0 elsewhere). */
export function residentMb(pid: number): number {
  try {
    const found = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(found?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
