import type { SQL } from 'drizzle-orm'
import * as z from 'zod'
import type { RecordTable, Row } from '../../db/queries/records.ts'
import type { Permission, Target } from '../domain/access/permissions.ts'
import type { LocalText } from '../domain/text.ts'
import type { Field } from './field.ts'

/** Any fields, by the name of the column each fills. */
export type Fields = Readonly<Record<string, Field<never>>>

/** What fields hold. */
export type ValuesOf<F> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never }

/** What there is to mend that no field can tell alone: which input it is told on, and why. */
export type Fault = { readonly path: string; readonly text: LocalText }

/**
 * Something people keep, described once. Reading, forms, lists, the audit log, sheets and what is
 * public derive from its fields; what only this thing does stands in a verb of its own.
 */
export type Resource = {
  /** What its deeds are called in the audit log: `scheme.add`. */
  readonly name: string
  /** How the audit log calls one. */
  readonly entity: string
  /** What one of them is called inside a sentence. */
  readonly noun: LocalText
  readonly table: RecordTable
  readonly may: { readonly read: Permission; readonly write: Permission }
  /** Whose it is and where it lies; null for what belongs to the installation. */
  readonly target: (row: Row) => Target | null
  readonly fields: Fields
  /** Columns beside the fields, of a new one: what follows from them, where it stands in a list. */
  readonly derive?: (values: Row) => Row
  /** What does not fit together, once each field is read. */
  readonly check?: (values: Row) => readonly Fault[]
}

/** A description whose fields are checked against the rows of its table. */
export function resource<T extends RecordTable, F extends FieldsOf<T['$inferSelect']>>(
  description: Omit<Resource, 'table' | 'fields' | 'target' | 'derive' | 'check'> & {
    readonly table: T
    readonly fields: F
    readonly target: (row: T['$inferSelect']) => Target | null
    readonly derive?: (values: ValuesOf<F>) => {
      [K in keyof T['$inferInsert']]?: T['$inferInsert'][K] | SQL
    }
    readonly check?: (values: ValuesOf<F>) => readonly Fault[]
  },
): Resource & { readonly fields: F } {
  // Only here: what is handed in later was read from the table or by the fields.
  return description as never
}

/** Fields of a table's rows. */
export type FieldsOf<R> = { readonly [K in keyof R]?: Field<R[K]> }

type Described = { readonly fields: object }

/** The fields with their names, in the order of the description. */
export function fieldsOf(described: Described): [string, Field<unknown>][] {
  return Object.entries(described.fields)
}

/** Reads texts into values; every field that does not fit is told. */
export function inputOf<F extends object>(described: {
  readonly fields: F
}): z.ZodType<ValuesOf<F>> {
  const fields = fieldsOf(described)
  const shape = Object.assign({}, ...fields.map(([name, field]) => field.shape(name)))
  return z.object(shape).transform((read) => {
    const values = fields.map(([name, field]) => [name, field.collect(name, read)])
    // Each value was given by its field's own schema.
    return Object.fromEntries(values) as ValuesOf<F>
  })
}

/** What a form shows of a row, by input name. */
export function textsOf(described: Described, row: Row): Record<string, string> {
  const texts = fieldsOf(described).flatMap(([name, field]) =>
    Object.entries(field.texts(row[name])).map(([suffix, text]) => [`${name}${suffix}`, text]),
  )
  return Object.fromEntries(texts)
}

/** The fields of a row as one text: two who edit the same thing are told apart by it. */
export function versionOf(described: Described, row: Row): string {
  return JSON.stringify(fieldsOf(described).map(([name]) => row[name] ?? null))
}

/** The fields that differ between two rows; hidden ones say only that they do. */
export function difference(
  described: Described,
  rows: { readonly before: Row | null; readonly after: Row | null },
): { readonly before: Row; readonly after: Row } {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const [name, field] of fieldsOf(described)) {
    const was = rows.before?.[name] ?? null
    const is = rows.after?.[name] ?? null
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    const told = (value: unknown) => (value !== null && field.audit === 'hidden' ? '…' : value)
    if (rows.before !== null) before[name] = told(was)
    if (rows.after !== null) after[name] = told(is)
  }
  return { before, after }
}
