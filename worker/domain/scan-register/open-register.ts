import { calendarDateOfDayNumber } from '../../lib/time/calendar-date.ts'
import type { PackedRegister, RegisterBatch, RegisterCode } from './scan-register.ts'

const REF_LENGTH = 8

/** A register to look in. */
export type OpenRegister = {
  readonly size: number
  readonly batch: (ref: string) => RegisterBatch | null
  readonly code: (code: string) => RegisterCode | null
}

/** Opens a register: where a REF stands is worked out once, a batch only when it is asked for. */
export function openRegister(packed: PackedRegister): OpenRegister {
  const rows = rowsByRef(packed)
  const codes = new Map(packed.codes.map((code) => [code[0], code]))
  return {
    size: rows.size,
    batch: (ref) => {
      const row = rows.get(ref)
      return row === undefined ? null : batchAt(packed, row)
    },
    code: (name) => {
      const found = codes.get(name)
      return found === undefined ? null : { code: found[0], kind: found[1], decisions: found[2] }
    },
  }
}

/** Every batch of a register, in its order. */
export function batchesOf(packed: PackedRegister): RegisterBatch[] {
  return [...rowsByRef(packed).values()].map((row) => batchAt(packed, row))
}

export function codesOf(packed: PackedRegister): RegisterCode[] {
  return packed.codes.map(([code, kind, decisions]) => ({ code, kind, decisions }))
}

function rowsByRef({ refs, lots }: PackedRegister): Map<string, number> {
  return new Map(lots.map((_, row) => [refs.slice(row * REF_LENGTH, (row + 1) * REF_LENGTH), row]))
}

function batchAt(packed: PackedRegister, row: number): RegisterBatch {
  const [areas = '', house] = (packed.under[row] ?? '').split('/')
  const codeAt = (place: string): string => packed.codes[Number(place)]?.[0] ?? ''
  return {
    ref: packed.refs.slice(row * REF_LENGTH, (row + 1) * REF_LENGTH),
    lot: packed.lots[row] ?? '',
    product: packed.products[packed.product[row] ?? -1] ?? '',
    producer: packed.producers[packed.producer[row] ?? -1] ?? null,
    packedOn: dayAt(packed.packed[row]),
    expiresOn: dayAt(packed.expires[row]),
    areas: areas === '' ? [] : areas.split('+').map(codeAt),
    house: house === undefined ? null : codeAt(house),
  }
}

function dayAt(day: number | undefined): string | null {
  return day === undefined || day < 0 ? null : calendarDateOfDayNumber(day)
}
