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

/**
 * A row from rounds of (value, floor). The ratio is the median of the rounds' own ratios, so a
 * machine that slows down in the middle slows both sides of a round alike.
 */
export function ratioRow(input: {
  name: string
  unit: string
  rounds: readonly { readonly value: number; readonly floor: number }[]
  aim: number
  better: 'higher' | 'lower'
  note?: string
}): Row {
  const ratios = spreadOf(input.rounds.map(({ value, floor }) => value / floor))
  const ratio = ratios.median
  return {
    name: input.name,
    value: round(spreadOf(input.rounds.map(({ value }) => value)).median),
    unit: input.unit,
    floor: round(spreadOf(input.rounds.map(({ floor }) => floor)).median),
    ratio: round(ratio),
    aim: input.aim,
    better: input.better,
    ok: input.better === 'higher' ? ratio >= input.aim : ratio <= input.aim,
    spread: [round(ratios.min), round(ratios.max)],
    ...(input.note === undefined ? {} : { note: input.note }),
  }
}

/** A row judged by its own value, where there is no floor to compare with. */
export function valueRow(input: {
  name: string
  unit: string
  values: readonly number[]
  aim: number
  better: 'higher' | 'lower'
  note?: string
}): Row {
  const { median, min, max } = spreadOf(input.values)
  return {
    name: input.name,
    value: round(median),
    unit: input.unit,
    floor: null,
    ratio: null,
    aim: input.aim,
    better: input.better,
    ok: input.better === 'higher' ? median >= input.aim : median <= input.aim,
    spread: [round(min), round(max)],
    ...(input.note === undefined ? {} : { note: input.note }),
  }
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
