import * as z from 'zod'
import { isUniqueViolation } from '../../../db/errors.ts'
import {
  insertScheme,
  readSchemes,
  type SchemeRow,
  schemeIs,
  updateScheme,
} from '../../../db/queries/code-schemes.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { isCode } from '../../domain/codes/normalise-code.ts'
import { readSchemePattern } from '../../domain/codes/scheme-pattern.ts'
import { PATTERN_FAULTS, SCHEME_WORDS as W } from '../../domain/words/portal/scheme-words.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { decidedOnField } from '../codes/code-status-input.ts'
import type { VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import { lineField } from '../guard/fields.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'

const optionalDay = z
  .string()
  .nullish()
  .transform((text) => (text == null || text.trim() === '' ? null : text))
  .pipe(decidedOnField.nullable())

const input = z.object({
  id: z
    .string()
    .trim()
    .regex(
      /^[A-Z][A-Z0-9_]{2,39}$/,
      'Mã của dạng gồm 3 đến 40 chữ in hoa, chữ số và dấu gạch dưới.',
    ),
  kind: z.enum(['growing_area', 'packing_house']),
  nameVi: lineField(120),
  nameEn: lineField(120),
  nameZh: lineField(120),
  pattern: z.string().trim().min(1, 'Chưa ghi mẫu.'),
  sample: z.string().trim().min(1, 'Chưa ghi mã ví dụ.'),
  marketRule: z.enum(['suffix', 'domestic', 'not_in_code']),
  validFrom: optionalDay,
  validTo: optionalDay,
  source: lineField(200),
  /** What the format was when it was opened for editing; absent for a new one. */
  expected: z.string().nullish(),
})

export type SchemeInput = z.input<typeof input>

/**
 * Adds a format of codes or changes one. The pattern must be harmless and match the sample. A format
 * only describes and warns, so codes granted before are as they were. Of two who change the same one
 * the second gets a `conflict`. Administrators only.
 */
export async function saveScheme(args: {
  ctx: VerbContext
  input: SchemeInput
}): Promise<{ id: string }> {
  const { ctx } = args
  requirePermission(ctx, 'schemes.write')
  const { nameVi, nameEn, nameZh, expected, ...fields } = parseInput(input, args.input)
  checkFields(fields)
  const row = { ...fields, name: { vi: nameVi, en: nameEn, zh: nameZh } }
  const before = (await readSchemes(ctx.db)).find(({ id }) => id === row.id)
  if (expected == null) await add(ctx, row)
  else await change(ctx, { row, before, expected })
  return { id: row.id }
}

/** What a format is, as one text: two who edit the same are told apart by it. */
export function schemeVersion(row: SchemeRow): string {
  const { kind, name, pattern, sample, marketRule, validFrom, validTo, source } = row
  return JSON.stringify([
    ...[kind, JSON.stringify(name), pattern, sample, marketRule, validFrom, validTo, source],
  ])
}

type NewScheme = Omit<SchemeRow, 'position'>

async function add(ctx: VerbContext, row: NewScheme): Promise<void> {
  const entry = { action: 'scheme.add', entity: 'code_scheme', entityId: row.id, after: row }
  try {
    await runBatch(ctx.db, [insertScheme(ctx.db, row), auditStatement(ctx, entry)])
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw invalidInput([{ path: 'id', message: W.idTaken.vi }])
  }
}

async function change(
  ctx: VerbContext,
  input: { row: NewScheme; before: SchemeRow | undefined; expected: string },
): Promise<void> {
  const { row, before, expected } = input
  if (before === undefined) throw notFound(W.scheme)
  if (schemeVersion(before) !== expected) throw conflict(W.changedMeanwhile)
  try {
    await runBatch(ctx.db, [
      guardStatement(ctx.db, schemeIs(before)),
      updateScheme(ctx.db, row),
      auditStatement(ctx, {
        ...{ action: 'scheme.update', entity: 'code_scheme', entityId: row.id },
        ...{ before, after: row },
      }),
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? conflict(W.changedMeanwhile) : error
  }
}

function checkFields(fields: {
  readonly pattern: string
  readonly sample: string
  readonly validFrom: string | null
  readonly validTo: string | null
}): void {
  const { pattern, sample, validFrom, validTo } = fields
  const reading = readSchemePattern(pattern)
  if (!reading.ok) {
    throw invalidInput([{ path: 'pattern', message: PATTERN_FAULTS[reading.fault].vi }])
  }
  if (!isCode(sample)) throw invalidInput([{ path: 'sample', message: W.sampleNoCode.vi }])
  if (!reading.pattern.test(sample)) {
    throw invalidInput([{ path: 'sample', message: W.sampleMisfit.vi }])
  }
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    throw invalidInput([{ path: 'validTo', message: W.endsBeforeStart.vi }])
  }
}
