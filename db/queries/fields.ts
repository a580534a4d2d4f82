import { type GetColumnData, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type CalendarDate, toCalendarDate } from '../../worker/lib/time/calendar-date.ts'

/**
 * What a statement gives under one name: a column of the schema, or what SQL works out of several
 * and is declared here to be.
 */
export type Field = SQLiteColumn | WorkedOut<unknown>

export type WorkedOut<T> = SQL<T> & {
  readonly kind: 'text' | 'number' | 'flag' | 'json' | 'column'
  /** True only where `maybe` says so. */
  readonly nullable: boolean
  readonly decode: (value: unknown) => T
}

export type Fields = Readonly<Record<string, Field>>

type DataOf<F> = F extends SQLiteColumn
  ? GetColumnData<F>
  : F extends WorkedOut<infer T>
    ? T
    : never

/** The row that fields give: type, SELECT list and reader come from the one description. */
export type RowOf<F extends Fields> = { readonly [Name in keyof F]: DataOf<F[Name]> }

/** A text that SQL works out. */
export function text(expression: SQL): WorkedOut<string> {
  return workedOut('text', expression, (value) => {
    if (typeof value !== 'string') throw new TypeError('the database gave no text')
    return value
  })
}

/** A calendar date, read as one. */
export function day(column: SQLiteColumn): WorkedOut<CalendarDate> {
  return workedOut('text', sql`${column}`, (value) => {
    const date = toCalendarDate(String(value))
    if (date === null) throw new TypeError('the database gave no calendar date')
    return date
  })
}

/** A number that SQL works out. */
export function number(expression: SQL): WorkedOut<number> {
  return workedOut('number', expression, (value) => {
    if (typeof value !== 'number') throw new TypeError('the database gave no number')
    return value
  })
}

/** A condition as a boolean. */
export function flag(condition: SQL): WorkedOut<boolean> {
  return workedOut('flag', condition, (value) => value === 1)
}

/**
 * A JSON document. `T` is what the statement itself puts together, or what its only writer stored:
 * the one place where a type is claimed of text that is parsed.
 */
export function json<T>(document: SQL): WorkedOut<T> {
  return workedOut('json', document, (value): T => JSON.parse(String(value)))
}

/** A field that is null where the row it is of, or what it is worked out of, is not there. */
export function maybe<F extends Field>(field: F): WorkedOut<DataOf<F> | null> {
  const { kind, decode } = asWorkedOut(field)
  return Object.assign(workedOut<DataOf<F> | null>(kind, field.getSQL(), decode), {
    nullable: true,
  })
}

/**
 * A field as an expression that keeps its table's name, which Drizzle drops where it knows of one
 * table. A column decodes to its own data, and what is worked out to what it was declared to be:
 * `DataOf` says no more than that.
 */
export function asWorkedOut<F extends Field>(field: F): WorkedOut<DataOf<F>> {
  const expression: Field =
    'decode' in field
      ? field
      : workedOut('column', sql`${field}`, (value) => field.mapFromDriverValue(value))
  return expression as WorkedOut<DataOf<F>>
}

function workedOut<T>(
  kind: WorkedOut<T>['kind'],
  expression: SQL,
  decode: (value: unknown) => T,
): WorkedOut<T> {
  const field = sql`${expression}`.mapWith(decode)
  return Object.assign(field, { kind, decode, nullable: false })
}
