import { is, SQL } from 'drizzle-orm'
import {
  deleteRecord,
  insertRecord,
  type Row,
  recordIs,
  updateRecord,
} from '../../../db/queries/records.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { WRITE_REFUSALS } from '../../copy/refusals/writes.ts'
import {
  difference,
  fieldsOf,
  inputOf,
  type Part,
  type Resource,
  type Thing,
  textsOf,
  type ValuesOf,
  versionOf,
} from '../../resources/resource.ts'
import { change, type Guard } from '../change.ts'
import type { VerbContext } from '../context.ts'
import type { Problem, Question } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField, invalidInput, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile, needsConfirmation } from '../guard/refusals.ts'
import { type Named, openRecord, targetOfRecord, type Whole } from './open-record.ts'

/**
 * Texts as a form, a command or a list gives them, by input name; programs give numbers and lists of
 * them too.
 */
export type Texts = Readonly<
  Record<string, string | number | null | undefined | readonly unknown[]>
>

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
  /** What must still hold when a new one is written. */
  readonly guards?: (row: Row) => readonly Guard[]
  /** What must still hold when one is changed, beside that nobody else changed it. */
  readonly keeps?: (row: Row) => readonly Guard[]
  /** What to say where another of the same is there already; told on the first field unless given. */
  readonly taken?: (ctx: VerbContext, row: Row) => Promise<Problem>
}

type Given = {
  readonly texts: Texts
  readonly rules?: RecordRules
  /** Codes of questions that were answered with yes. */
  readonly confirmed?: readonly string[]
  /** Columns that the caller settles, beside what was typed. */
  readonly columns?: Row
}

/** The version a form was made from: of two who edit at once the second gets a `conflict`. */
type Expected = { readonly expected: string }

/**
 * Adds one of a kind of thing. Throws `invalid_input` naming the fields, on the first one where
 * another of the very same is there already, and `needs_confirmation` for what must be meant.
 */
export async function addRecord(
  ctx: VerbContext,
  described: Resource | Part,
  given: Given & { readonly whole?: Whole },
): Promise<{ id: string }> {
  requireAny(ctx, described.may.write)
  const { actions, entity, table } = described
  const { rules, whole } = given
  const typed = readTexts(described, given.texts)
  const values = await settleValues(ctx, { ...given, typed, before: null })
  const columns = { ...given.columns, ...wholeColumn(described, whole) }
  const row: Row = {
    id: ctx.newId(),
    ...described.initial?.(ctx.now(), columns),
    ...described.derive?.(values),
    ...values,
    ...columns,
  }
  const id = String(row['id'])
  const touches = described.touches?.(row)
  return change(ctx, {
    may: described.may.write,
    target: targetOfRecord(described, { row, whole }),
    guards: rules?.guards?.(row) ?? [],
    statements: [insertRecord(ctx.db, table, row)],
    audit: {
      action: actions.add,
      entity,
      entityId: whole?.id ?? id,
      after: difference(described, { before: null, after: row }).after,
    },
    ...(touches === undefined ? {} : { touches }),
    taken: () => rules?.taken?.(ctx, row) ?? alreadyThere(described),
    receipt: { id },
  })
}

/** Changes what the fields of one say; true where anything differed. */
export async function editRecord(
  ctx: VerbContext,
  described: Resource | Part,
  given: Omit<Given, 'columns'> & Named & Expected,
): Promise<boolean> {
  const { id, texts, expected, whole } = given
  const before = await openRecord(ctx, described, { ...given, to: 'write' })
  const typed = readTexts(described, { ...textsOf(described, before), ...texts })
  // After reading: a slip in a field says nothing of what others did.
  if (versionOf(described, before) !== expected) {
    const said = { ...before, ...typed, ...settled(described, before) }
    // A doubled click says what stands already.
    if (Object.keys(difference(described, { before, after: said }).after).length === 0) return false
    throw editedMeanwhile()
  }
  const values = await settleValues(ctx, { ...given, typed, before })
  const after: Row = { ...before, ...values, ...settled(described, before) }
  if (Object.keys(difference(described, { before, after }).after).length === 0) return false
  const set = { ...after, ...described.derive?.(after) }
  const columns = Object.entries(set).filter(([name, value]) => !isSame(before[name], value))
  await store(ctx, described, {
    done: 'edit',
    whole,
    before,
    after,
    // What differs alone: the other columns may be another's to change, who does so meanwhile.
    statement: updateRecord(ctx.db, described.table, { id, set: Object.fromEntries(columns) }),
    keeps: given.rules?.keeps?.(set) ?? [],
    taken: () => given.rules?.taken?.(ctx, set) ?? alreadyThere(described),
  })
  return true
}

/** Values of a column, those kept as JSON by what they say. What SQL works out is never the same. */
function isSame(before: unknown, after: unknown): boolean {
  return !is(after, SQL) && JSON.stringify(before ?? null) === JSON.stringify(after ?? null)
}

/** Takes one away altogether, where its kind of thing may go. */
export async function removeRecord(
  ctx: VerbContext,
  described: Resource | Part,
  given: Named & Expected,
): Promise<void> {
  const { id, expected, whole } = given
  const before = await openRecord(ctx, described, { ...given, to: 'write' })
  if (versionOf(described, before) !== expected) throw editedMeanwhile()
  await store(ctx, described, {
    done: 'remove',
    whole,
    before,
    after: null,
    statement: deleteRecord(ctx.db, described.table, id),
  })
}

/** Reads what was typed of a thing into its values, and holds them against each other. */
export function readTexts<F extends object>(
  described: Thing & { readonly fields: F },
  texts: Texts,
): ValuesOf<F> & Row {
  const values = parseInput(inputOf(described), texts)
  const faults = described.check?.(values) ?? []
  if (faults.length > 0) throw invalidInput(faults)
  return values
}

async function store(
  ctx: VerbContext,
  described: Resource | Part,
  saved: {
    readonly done: 'edit' | 'remove'
    readonly whole: Whole | undefined
    readonly before: Row
    readonly after: Row | null
    readonly statement: Statement
    readonly keeps?: readonly Guard[]
    readonly taken?: () => Problem | Promise<Problem>
  },
): Promise<void> {
  const { done, whole, before, after, statement, keeps = [], taken } = saved
  const { actions, entity, table, fields } = described
  const action = actions[done]
  if (action === undefined) throw new Error(`no ${done} of ${entity}`)
  const id = String(before['id'])
  const holds = recordIs(table, { id, row: before, names: Object.keys(fields) })
  const touches = described.touches?.(after ?? before)
  await change(ctx, {
    may: described.may.write,
    target: targetOfRecord(described, { row: after ?? before, whole }),
    guards: [{ holds, refusal: editedMeanwhile }, ...keeps],
    statements: [statement],
    audit: [{ action, entity, ...toldOf(described, { before, after, whole }) }],
    ...(touches === undefined ? {} : { touches }),
    ...(taken === undefined ? {} : { taken }),
  })
}

/** A part is filed under its whole, so its first field says which it is. */
function toldOf(
  described: Resource | Part,
  told: { readonly before: Row; readonly after: Row | null; readonly whole: Whole | undefined },
) {
  const { before, after, whole } = told
  const changed = difference(described, { before, after })
  if (whole === undefined) return { entityId: String(before['id']), ...changed }
  const [name = ''] = Object.keys(described.fields)
  const which = { [name]: before[name] }
  return {
    entityId: whole.id,
    before: { ...which, ...changed.before },
    after: after === null ? null : { ...which, ...changed.after },
  }
}

function wholeColumn(described: Resource | Part, whole: Whole | undefined): Row {
  return 'of' in described && whole !== undefined ? { [described.of]: whole.id } : {}
}

function alreadyThere(described: Thing) {
  return invalidField(fieldsOf(described)[0]?.[0] ?? '', WRITE_REFUSALS.nameTaken)
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
function settled(described: Thing, before: Row): Row {
  const names = fieldsOf(described).flatMap(([name, { fixed }]) => (fixed ? [name] : []))
  return Object.fromEntries(names.map((name) => [name, before[name]]))
}
