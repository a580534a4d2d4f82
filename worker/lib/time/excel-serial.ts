import { type CalendarDate, calendarDateOfDayNumber } from './calendar-date.ts'

/** Day number (since 1970-01-01) of serial 0 in each date system of ECMA-376 part 1, 18.17.4.1. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
const LAST_SERIAL = 2_958_465
const MINUTES_A_DAY = 1_440
const SECONDS_A_DAY = 86_400

export interface SerialReading {
  readonly on: CalendarDate
  /** `HH:MM` when the serial has a fraction, else null. */
  readonly time: string | null
}

/**
 * Reads a spreadsheet serial number: whole days, with the time of day as fraction.
 * Returns null below 1 (0 in the 1904 system), past 31/12/9999, and for serial 60 of the 1900
 * system: that is 29/02/1900, a day which never was but which every spreadsheet counts.
 */
export function readExcelSerial(serial: number, date1904 = false): SerialReading | null {
  if (!Number.isFinite(serial) || serial < (date1904 ? 0 : 1) || serial >= LAST_SERIAL + 1) {
    return null
  }
  let day = Math.floor(serial)
  const seconds = Math.round((serial - day) * SECONDS_A_DAY)
  let minutes = Math.min(Math.round(seconds / 60), MINUTES_A_DAY - 1)
  // What lies less than half a second before midnight is midnight, written with a rounding error;
  // 23:59:59 is a time of its own day.
  if (seconds === SECONDS_A_DAY) {
    day += 1
    minutes = 0
  }
  if (!date1904 && day === 60) return null
  if (day > LAST_SERIAL - (date1904 ? 1462 : 0)) return null
  const epoch = date1904 ? EPOCH_1904 : day < 60 ? EPOCH_1900 + 1 : EPOCH_1900
  return {
    on: calendarDateOfDayNumber(epoch + day),
    time: Number.isInteger(serial) ? null : formatMinutes(minutes),
  }
}

/** `HH:MM` of the fraction of a serial number, for cells that hold a time of day only. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * MINUTES_A_DAY) % MINUTES_A_DAY
  return formatMinutes(minutes)
}

function formatMinutes(minutes: number): string {
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
  return `${hours}:${String(minutes % 60).padStart(2, '0')}`
}
