import {
  REGISTER_VERSION,
  type RegisterQuestion,
  readCodesByKey,
  readRegister,
} from '../../../db/queries/code-register.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { type CodeIndex, indexCodes } from '../../domain/codes/find-code.ts'
import { type Code, isCode } from '../../domain/codes/normalise-code.ts'
import { MERGER_ON } from '../../domain/codes/province-code-table.ts'
import type {
  CodeImportOptions,
  NamedPlace,
} from '../../domain/lists/records/code-import-options.ts'
import { type CodeRecord, readCodeRecordsInSteps } from '../../domain/lists/records/code-records.ts'
import { CODE_SPEC } from '../../domain/lists/records/code-spec.ts'
import type { ImportedRecord, ImportResult } from '../../domain/lists/records/import-result.ts'
import type { Workbook } from '../../lib/sheet/workbook.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { CodeListState } from '../codes/code-list-state.ts'
import { type CodeWrite, codeWriteStatements } from '../codes/code-write.ts'
import { planCodes } from '../codes/plan-codes.ts'
import { createRegisterModel, takeUpRegister } from '../codes/register-model.ts'
import type { VerbContext } from '../context.ts'
import { rebuildMarkedDocuments } from '../diary/rebuild-marked-documents.ts'
import { boundsOf } from '../guard/authorise.ts'
import { loadSchemes } from '../schemes/load-schemes.ts'
import type { ImportKind, RowPlanner } from './import-kind.ts'
import type { ImportInput, ImportOutcome, ListFile } from './import-report.ts'
import { loadPlaces, type PlaceFinder } from './load-places.ts'
import { openImportFile } from './open-import-file.ts'
import { type ListOpening, openedList } from './opened-list.ts'

/** What a list that names its province or markets only in its title leaves to the caller to say. */
export type CodeListDefaults = NonNullable<CodeImportOptions['defaults']>

export type CodeListInput = ListFile & { readonly defaults?: CodeListDefaults }

/**
 * Reads a list of growing-area and packing-house codes into the register. Holders and sites that are
 * not there are added; a code is found however it is spelled; markets and decisions are added where
 * they are new, and nothing is ever taken away. A second import of the same file changes nothing.
 * A cooperative does not grant itself codes; of an officer's list only the rows that lie in the
 * officer's place are read in.
 */
export async function importCodes({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: CodeListInput & ImportInput
}): Promise<ImportOutcome> {
  const opening = await openCodeList({ ctx, input })
  if (!opening.ok) return opening
  const { list } = opening
  if (input.dryRun) return { ok: true, report: await list.dryRun() }
  const report = await list.store(input.onProgress)
  await rebuildMarkedDocuments(ctx)
  return { ok: true, report }
}

/** Reads a list of codes, to be looked at or stored. */
export async function openCodeList({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: CodeListInput
}): Promise<ListOpening> {
  const bounds = boundsOf(ctx, 'imports.write')
  const { fileName } = input
  const { reading, sha256 } = await openImportFile(input, ctx.giveWay)
  if (!reading.ok) return reading
  const { workbook } = reading
  const places = await loadPlaces(ctx.db)
  const result = await readRecords(ctx, { workbook, defaults: input.defaults, places })
  if (!result.ok) return result
  const kind: ImportKind<CodeRecord, CodeWrite> = {
    id: 'codes',
    version: REGISTER_VERSION,
    planner: (mode) => codePlanner(ctx, { mode, places, bounds }),
    statements: (writes, importId) => codeWriteStatements(ctx, writes, importId),
  }
  return openedList({ workbook, spec: CODE_SPEC }, { ctx, fileName, sha256, result, kind })
}

function codePlanner(
  ctx: VerbContext,
  given: { readonly mode: 'storing' | 'dry' } & Pick<CodeListState, 'places' | 'bounds'>,
): RowPlanner<CodeRecord, CodeWrite> {
  const { mode, places, bounds } = given
  const said: CodeListState['said'] = new Map()
  let kept = createRegisterModel()
  return async (records) => {
    // What is stored in between is read again; what is not is only in the model.
    if (mode === 'storing') kept = createRegisterModel()
    takeUpRegister(kept, await readRegister(ctx.db, records.map(questionOf)))
    const now = ctx.now()
    const today = vietnamDateOf(now)
    return planCodes({ model: kept, places, bounds, newId: ctx.newId, now, today, said }, records)
  }
}

/** Read twice: first to learn which codes the list may mean, then with those of the register known. */
async function readRecords(
  ctx: VerbContext,
  given: {
    readonly workbook: Workbook
    readonly defaults: CodeListDefaults | undefined
    readonly places: PlaceFinder
  },
): Promise<ImportResult<CodeRecord>> {
  const schemes = await loadSchemes(ctx.db)
  const { workbook, defaults, places } = given
  const options: CodeImportOptions = {
    schemes,
    placeProblem: (place) => placeProblem(places, place),
    ...(defaults === undefined ? {} : { defaults }),
  }
  const first = await takeStepsGivingWay(readCodeRecordsInSteps(workbook, options), ctx.giveWay)
  if (!first.ok) return first
  const stored = await readCodesByKey(ctx.db, keysOf(first.records))
  const knownCodes = withFirstSpellings(
    stored.flatMap(({ code }) => (isCode(code) ? [code] : [])),
    first.records,
  )
  return takeStepsGivingWay(
    readCodeRecordsInSteps(workbook, { ...options, knownCodes }),
    ctx.giveWay,
  )
}

/** Why a place is not found, and the column to say it of. */
function placeProblem(places: PlaceFinder, { onDate, ...named }: NamedPlace) {
  // As the plan asks: an earlier day tells nothing.
  const match = places?.({ ...named, onDate: (onDate ?? '') >= MERGER_ON ? onDate : null })
  if (match === undefined || match.ok) return null
  const column = match.code === 'province_unknown' ? 'province' : 'commune'
  return { column, reason: match.message }
}

/** A code the register does not have is known by its first spelling in the list. */
function withFirstSpellings(
  stored: readonly Code[],
  records: readonly ImportedRecord<CodeRecord>[],
): CodeIndex {
  const keys = new Set(stored.map(codeSearchKey))
  const spellings: Code[] = [...stored]
  for (const { record } of records) {
    const key = codeSearchKey(record.code)
    if (keys.has(key)) continue
    keys.add(key)
    spellings.push(record.code)
  }
  return indexCodes(spellings)
}

function keysOf(records: readonly ImportedRecord<CodeRecord>[]): string[] {
  return [...new Set(records.map(({ record }) => codeSearchKey(record.code)))]
}

function questionOf({ record }: ImportedRecord<CodeRecord>): RegisterQuestion {
  return {
    key: codeSearchKey(record.code),
    holder: foldVietnamese(record.holderName),
    siteName: foldVietnamese(record.siteName),
  }
}
