import {
  type CurrentProduct,
  type NewProduct,
  readCurrentProducts,
  storeProducts,
} from '../../../db/queries/protection.ts'
import { fill } from '../../copy/fill.ts'
import { PROTECTION_REPORT } from '../../copy/reports/protection.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import {
  type ProtectionDefaults,
  type ProtectionRecord,
  readProtectionRecordsInSteps,
} from '../../domain/lists/records/protection-records.ts'
import { PROTECTION_SPEC } from '../../domain/lists/records/protection-spec.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Call, VerbContext } from '../context.ts'
import { requirePermission } from '../guard/authorise.ts'
import type { ImportKind, RowPlanner } from './import-kind.ts'
import type { ImportInput, ImportOutcome, ListFile } from './import-report.ts'
import { importOpened, type ListOpening, openList } from './opened-list.ts'
import type { PlannedRow } from './planned-row.ts'

type Records = readonly ImportedRecord<ProtectionRecord>[]

/** An entry to be stored, and the one it stands in place of; null for further rows of an entry. */
type Write = { readonly product: NewProduct; readonly replaces: string | null } | null

export type ProtectionListInput = ListFile & { readonly defaults?: ProtectionDefaults }

/**
 * Reads a list of plant-protection products: each entry holds from its day on, and what was listed
 * before stays for the days before. An entry that is there already with another content is replaced and
 * stays to be seen; reading the same list again changes nothing.
 */
export async function importProtection({
  ctx,
  input,
}: Call<ProtectionListInput & ImportInput>): Promise<ImportOutcome> {
  return importOpened(await openProtectionList({ ctx, input }), input)
}

/** Reads such a list, to be looked at or stored. */
export async function openProtectionList({
  ctx,
  input,
}: Call<ProtectionListInput>): Promise<ListOpening> {
  requirePermission(ctx, 'protection.write', null)
  const kind: ImportKind<ProtectionRecord, Write> = {
    id: 'protection',
    version: null,
    planner: () => planner(ctx),
    statements: (writes, importId) =>
      storeProducts(
        ctx.db,
        writes.flatMap((write) => write ?? []),
        { importId, createdAt: ctx.now() },
      ),
  }
  return openList(ctx, input, {
    spec: PROTECTION_SPEC,
    read: async (workbook) => {
      const steps = readProtectionRecordsInSteps(workbook, input.defaults)
      return { result: await takeStepsGivingWay(steps, ctx.giveWay), kind }
    },
  })
}

/** An entry is decided by its first row, which carries what all of its rows say. */
function planner(ctx: VerbContext): RowPlanner<ProtectionRecord, Write> {
  const outcomes = new Map<string, 'added' | 'changed' | 'unchanged'>()
  return async (records) => {
    const known = await readKnown(ctx, records)
    return records.map((imported) => {
      const { record } = imported
      const planned = record.isFirst
        ? planEntry(ctx, record, known.get(record.key) ?? null)
        : further(record, outcomes.get(record.key) ?? 'unchanged')
      if (planned.outcome !== 'refused') outcomes.set(record.key, planned.outcome)
      return planned
    })
  }
}

async function readKnown(
  ctx: VerbContext,
  records: Records,
): Promise<ReadonlyMap<string, CurrentProduct>> {
  const names = [...new Set(records.map(({ record }) => foldVietnamese(record.tradeName)))]
  const rows = await readCurrentProducts(ctx.db, names)
  return new Map(
    rows.map((row) => [`${row.nameFolded}\n${row.ingredientFolded}\n${row.permittedFromOn}`, row]),
  )
}

function planEntry(
  ctx: VerbContext,
  record: ProtectionRecord,
  known: CurrentProduct | null,
): PlannedRow<Write> {
  if (known !== null && contentOf(known) === contentOf(record)) {
    return { outcome: 'unchanged', warnings: [] }
  }
  const { key: _key, isFirst: _first, ...fields } = record
  const product = {
    ...fields,
    id: ctx.newId(),
    nameFolded: foldVietnamese(fields.tradeName),
    ingredientFolded: foldVietnamese(fields.activeIngredient),
  }
  return {
    outcome: known === null ? 'added' : 'changed',
    change: changeText(record),
    write: { product, replaces: known?.id ?? null },
    warnings: [],
  }
}

/** A further row of an entry comes to what its first row came to. */
function further(
  record: ProtectionRecord,
  outcome: 'added' | 'changed' | 'unchanged',
): PlannedRow<Write> {
  if (outcome === 'unchanged') return { outcome, warnings: [] }
  return { outcome, change: changeText(record), write: null, warnings: [] }
}

function changeText({ tradeName, activeIngredient, legalBasis }: ProtectionRecord): string {
  return fill(PROTECTION_REPORT.entry, { tradeName, activeIngredient, legalBasis })
}

/** All that an entry says, to tell whether another says the same. */
function contentOf(entry: Omit<ProtectionRecord, 'key' | 'isFirst'>): string {
  const { tradeName, activeIngredient, productGroup, reentryHours, permittedToOn } = entry
  const uses = entry.uses.map(
    ({ crop, pest, intervalDays, doseLeast, doseMost, doseUnit }) =>
      [crop, pest, intervalDays, doseLeast, doseMost, doseUnit] as const,
  )
  return JSON.stringify([
    ...[tradeName, activeIngredient, productGroup, reentryHours, permittedToOn],
    ...[
      entry.legalBasis,
      uses.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ],
  ])
}
