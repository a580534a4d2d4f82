import {
  insertRecord,
  type Row,
  readRecord,
  recordIs,
  updateRecord,
} from '../../../db/queries/records.ts'
import { WRITE_REFUSALS } from '../../copy/refusals/writes.ts'
import {
  difference,
  fieldsOf,
  inputOf,
  type Resource,
  textsOf,
  versionOf,
} from '../../resources/resource.ts'
import { change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import type { Question } from '../errors.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { parseInput, refuseFields } from '../guard/parse-input.ts'
import { editedMeanwhile, needsConfirmation, notFound } from '../guard/refusals.ts'

/** Texts as a form, a command or a list gives them, by input name. */
export type Texts = Readonly<Record<string, string | null | undefined>>

/** What a thing's own rules need the database for. `before` is null for a new one. */
export type RecordRules = {
  /** Columns looked up from what was typed. */
  readonly complete?: (
    ctx: VerbContext,
    given: { readonly values: Row; readonly before: Row | null },
  ) => Promise<Row>
  /** What somebody must mean before it is stored. */
  readonly ask?: (
    ctx: VerbContext,
    given: { readonly values: Row; readonly before: Row | null },
  ) => Promise<readonly Question[]>
}

type Given = {
  readonly texts: Texts
  readonly rules?: RecordRules
  /** Codes of questions that were answered with yes. */
  readonly confirmed?: readonly string[]
  /** Columns that the caller settles, beside what was typed. */
  readonly columns?: Row
}

/**
 * Adds one of a kind of thing. Throws `invalid_input` naming the fields, on the first one where
 * another of the very same is there already, and `needs_confirmation` for what must be meant.
 */
export async function addRecord(
  ctx: VerbContext,
  described: Resource,
  given: Given,
): Promise<{ id: string }> {
  requireAny(ctx, described.may.write)
  const { deeds, entity, table } = described
  const typed = readTexts(described, given.texts)
  const values = await settleValues(ctx, { ...given, typed, before: null })
  const row: Row = {
    ...{ id: ctx.newId(), ...described.initial?.(ctx.now()), ...described.derive?.(values) },
    ...{ ...values, ...given.columns },
  }
  const id = String(row['id'])
  const { after } = difference(described, { before: null, after: row })
  await change(ctx, {
    may: described.may.write,
    target: described.target(row),
    statements: [insertRecord(ctx.db, table, row)],
    audit: [{ action: deeds.add, entity, entityId: id, after }],
    taken: () =>
      refuseFields([{ path: fieldsOf(described)[0]?.[0] ?? '', text: WRITE_REFUSALS.nameTaken }]),
  })
  return { id }
}

/**
 * Changes what the fields of one say; true where anything differed. `expected` is the version the
 * form was made from: of two who edit at once the second gets a `conflict`.
 */
export async function editRecord(
  ctx: VerbContext,
  described: Resource,
  given: Omit<Given, 'columns'> & { readonly id: string; readonly expected: string },
): Promise<boolean> {
  const { id, texts, expected } = given
  const { deeds, entity, table, fields } = described
  const before = await openRecord(ctx, described, { id, to: 'write' })
  const typed = readTexts(described, { ...textsOf(described, before), ...texts })
  // After reading: a slip in a field says nothing of what others did.
  if (versionOf(described, before) !== expected) throw editedMeanwhile()
  const values = await settleValues(ctx, { ...given, typed, before })
  const after: Row = { ...before, ...values, ...settled(described, before) }
  const changed = difference(described, { before, after })
  if (Object.keys(changed.after).length === 0) return false
  const names = Object.keys(fields)
  const touches = described.touches?.(after)
  await change(ctx, {
    may: described.may.write,
    target: described.target(after),
    guards: [{ holds: recordIs(table, { id, row: before, names }), refusal: editedMeanwhile }],
    statements: [
      updateRecord(ctx.db, table, { id, set: { ...after, ...described.derive?.(after) } }),
    ],
    audit: [{ action: deeds.edit, entity, entityId: id, ...changed }],
    ...(touches === undefined ? {} : { touches }),
  })
  return true
}

/** One the actor may read or write; `not_found` for what is not there or not theirs to know of. */
export async function openRecord(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  described: Resource,
  asked: { readonly id: string; readonly to: 'read' | 'write' },
): Promise<Row> {
  const may = described.may[asked.to]
  requireAny(ctx, may)
  const row = await readRecord(ctx.db, described.table, asked.id)
  if (row === null) throw notFound(described.noun)
  requirePermission(ctx, may, described.target(row))
  return row
}

function readTexts(described: Resource, texts: Texts): Row {
  const values: Row = parseInput(inputOf(described), texts)
  const faults = described.check?.(values) ?? []
  if (faults.length > 0) throw refuseFields(faults)
  return values
}

async function settleValues(
  ctx: VerbContext,
  given: Pick<Given, 'rules' | 'confirmed'> & { readonly typed: Row; readonly before: Row | null },
): Promise<Row> {
  const { typed: values, rules, confirmed = [], before } = given
  const whole = { ...values, ...(await rules?.complete?.(ctx, { values, before })) }
  const questions = (await rules?.ask?.(ctx, { values: whole, before })) ?? []
  const open = questions.filter(({ code }) => !confirmed.includes(code))
  if (open.length > 0) throw needsConfirmation(open)
  return whole
}

/** What a field was settled to when the thing was made. */
function settled(described: Resource, before: Row): Row {
  const names = fieldsOf(described).flatMap(([name, { fixed }]) => (fixed ? [name] : []))
  return Object.fromEntries(names.map((name) => [name, before[name]]))
}
