import type { SQL } from 'drizzle-orm'
import * as z from 'zod'
import type { RecordTable, Row } from '../../db/queries/records.ts'
import type { AuditAction, AuditEntity } from '../copy/portal/audit-names.ts'
import type { Permission, Target } from '../domain/access/permissions.ts'
import { rowDifference } from '../domain/audit/row-difference.ts'
import type { Language, LocalText } from '../lib/text/local-text.ts'
import type { Field } from './field.ts'

/** What fields hold. */
export type ValuesOf<F> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never }

/** What there is to mend that no field can tell alone: which input it is told on, and why. */
export type Fault = { readonly path: string; readonly text: LocalText }

/**
 * Something people keep, described once. Reading, forms, lists, the audit log, sheets and what is
 * public derive from its fields; what only this thing does stands in a verb of its own.
 */
export type Thing = {
  /** What its changes are called in the audit log. */
  readonly actions: Actions
  /** What the audit log files it under. */
  readonly entity: AuditEntity
  /** What one of them is called inside a sentence. */
  readonly noun: LocalText
  readonly table: RecordTable
  readonly may: { readonly read: Permission; readonly write: Permission }
  /** Each by the name of the column it fills; its builder has checked them against the table. */
  readonly fields: object
  /** Headings of the parts of its form that are folded, by `group` of the fields. */
  readonly groups?: Readonly<Record<string, LocalText>>
  /** Columns that follow from the fields, new or changed. */
  readonly derive?: (values: Row) => Row
  /** Further columns of a new one: when it was made, where it stands in a list. */
  readonly initial?: (now: number, columns: Row) => Row
  /** What else draws on a row: documents of batches and entries of the register. */
  readonly touches?: (row: Row) => Touched
  /** What does not fit together, once each field is read. */
  readonly check?: (values: Row) => readonly Fault[]
}

type Actions = Readonly<Record<string, AuditAction>> & {
  readonly add: AuditAction
  readonly edit?: AuditAction
  /** Where one may be taken away altogether. */
  readonly remove?: AuditAction
}

/** A thing that stands by itself. */
export type Resource = Thing & {
  /** Whose it is and where it lies; null for what belongs to the installation. */
  readonly target: (row: Row) => Target | null
}

/** A thing that is part of another, which is asked for permission and under which the log files it. */
export type Part = Thing & {
  /** The column that names the whole. */
  readonly of: string
}

/** A description whose fields are checked against the rows of its table. */
type Describing<T extends RecordTable, F, D> = Omit<
  Thing,
  'actions' | 'table' | 'fields' | 'derive' | 'initial' | 'touches' | 'check'
> & {
  readonly actions: D
  readonly table: T
  readonly fields: F
  readonly derive?: (values: ValuesOf<F>) => ColumnsOf<T>
  readonly initial?: (now: number, columns: T['$inferSelect']) => ColumnsOf<T>
  readonly touches?: (row: T['$inferSelect']) => Touched
  readonly check?: (values: ValuesOf<F>) => readonly Fault[]
}

type Described<F, D> = { readonly fields: F; readonly actions: D }

export function resource<
  T extends RecordTable,
  F extends FieldsOf<T['$inferSelect']>,
  D extends Actions,
>(
  description: Describing<T, F, D> & {
    readonly target: (row: T['$inferSelect']) => Target | null
  },
): Resource & Described<F, D> {
  // Only here and below: what is handed in later was read from the table or by the fields.
  return description as never
}

export function part<
  T extends RecordTable,
  F extends FieldsOf<T['$inferSelect']>,
  D extends Actions,
>(
  description: Describing<T, F, D> & { readonly of: keyof T['$inferSelect'] & string },
): Part & Described<F, D> {
  return description as never
}

/** A thing between others, which a verb of its own puts down. */
export function thing<
  T extends RecordTable,
  F extends FieldsOf<T['$inferSelect']>,
  D extends Actions,
>(description: Describing<T, F, D>): Thing & Described<F, D> {
  return description as never
}

/** The same thing by some of its fields alone, under a right of its own: it stays described once. */
export function narrowed<F extends object>(
  described: Resource & { readonly fields: F },
  to: { readonly fields: readonly (keyof F & string)[]; readonly may: Thing['may'] },
): Resource {
  const { groups: _, check: __, ...rest } = described
  const kept = Object.entries(described.fields).filter(([name]) =>
    to.fields.some((each) => each === name),
  )
  return { ...rest, may: to.may, fields: Object.fromEntries(kept) }
}

type ColumnsOf<T extends RecordTable> = {
  readonly [K in keyof T['$inferInsert']]?: T['$inferInsert'][K] | SQL
}

/** Ids of rows that others draw on, by kind. */
export type Touched = {
  readonly siteIds?: readonly string[]
  readonly organisationIds?: readonly string[]
  readonly productIds?: readonly string[]
  readonly batchIds?: readonly string[]
  readonly codeIds?: readonly string[]
}

/** Fields of a table's rows. */
export type FieldsOf<R> = { readonly [K in keyof R]?: Field<R[K]> }

type HasFields = { readonly fields: object }

/** The fields with their names, in the order of the description. */
export function fieldsOf(described: HasFields): [string, Field<unknown>][] {
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
export function textsOf(described: HasFields, row: Row): Record<string, string> {
  const texts = fieldsOf(described).flatMap(([name, field]) =>
    Object.entries(field.texts(row[name])).map(([suffix, text]) => [`${name}${suffix}`, text]),
  )
  return Object.fromEntries(texts)
}

/** What is known of a row, in words; null where nobody has said. */
export function factsOf(
  described: HasFields,
  asked: { readonly row: Row; readonly lang: Language; readonly without?: readonly string[] },
): { readonly label: string; readonly text: string | null; readonly code?: boolean }[] {
  const { row, lang, without = [] } = asked
  return fieldsOf(described)
    .filter(([name]) => !without.includes(name))
    .map(([name, field]) => {
      const text = field.show(row[name] ?? null, lang)
      const isCode = field.inputs.some(({ code }) => code)
      return {
        label: field.label[lang],
        text: text === '' ? null : text,
        ...(isCode ? { code: true } : {}),
      }
    })
}

/** The fields of a row as one text: two who edit the same thing are told apart by it. */
export function versionOf(described: HasFields, row: Row): string {
  return JSON.stringify(fieldsOf(described).map(([name]) => row[name] ?? null))
}

/** The fields that differ between two rows; hidden ones say only that they do. */
export function difference(
  described: HasFields,
  rows: { readonly before: Row | null; readonly after: Row | null },
): { readonly before: Row; readonly after: Row } {
  const fields = fieldsOf(described)
  const only = (row: Row | null) =>
    row === null ? null : Object.fromEntries(fields.map(([name]) => [name, row[name] ?? null]))
  const { before, after } = rowDifference(only(rows.before), only(rows.after))
  for (const [name, { audit }] of fields) {
    if (audit === 'shown') continue
    if (before[name] != null) before[name] = '…'
    if (after[name] != null) after[name] = '…'
  }
  return { before, after }
}
