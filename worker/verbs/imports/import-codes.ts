import {
  REGISTER_VERSION,
  type RegisterQuestion,
  readRegister,
} from '../../../db/queries/code-register.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import type { CodeRecord, FaultyCodeRow } from '../../domain/lists/records/code-records.ts'
import { CODE_SPEC } from '../../domain/lists/records/code-spec.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { faultsOfRefused } from '../codes/check-row.ts'
import type { CodeListState } from '../codes/code-list-state.ts'
import { type CodeWrite, codeWriteStatements } from '../codes/code-write.ts'
import { planCodes } from '../codes/plan-codes.ts'
import { createRegisterModel, takeUpRegister } from '../codes/register-model.ts'
import type { Call, VerbContext } from '../context.ts'
import { rebuildMarkedDocuments } from '../diary/rebuild-marked-documents.ts'
import { boundsOf } from '../guard/authorise.ts'
import type { ImportKind, RowPlanner } from './import-kind.ts'
import type { ImportInput, ImportOutcome, ListFile } from './import-report.ts'
import { loadPlaces } from './load-places.ts'
import { importOpened, type ListOpening, openList } from './opened-list.ts'
import { type CodeListOptions, readCodeList } from './read-code-list.ts'

export type CodeListInput = ListFile & CodeListOptions

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
}: Call<CodeListInput & ImportInput>): Promise<ImportOutcome> {
  const outcome = await importOpened(await openCodeList({ ctx, input }), input)
  if (outcome.ok && !input.dryRun) await rebuildMarkedDocuments(ctx)
  return outcome
}

/** Reads a list of codes, to be looked at or stored. */
export async function openCodeList({ ctx, input }: Call<CodeListInput>): Promise<ListOpening> {
  const bounds = boundsOf(ctx, 'imports.write')
  const { importId = null } = input
  return openList(ctx, input, {
    spec: CODE_SPEC,
    read: async (workbook) => {
      const places = await loadPlaces(ctx.db)
      const { result, near, made } = await readCodeList(ctx, { workbook, input, places })
      const given = { places, bounds, near }
      const kind: ImportKind<CodeRecord, CodeWrite> = {
        id: 'codes',
        version: REGISTER_VERSION,
        planner: (mode) => codePlanner(ctx, { mode, ...given }),
        statements: (writes, id) => codeWriteStatements(ctx, writes, id),
      }
      if (!result.ok) return { result, kind }
      const { faulty } = result
      const others = await faultsBeside(ctx, { ...given, faulty, made, importId })
      return { result: { ...result, issues: [...result.issues, ...others] }, kind }
    },
  })
}

type Given = Pick<CodeListState, 'places' | 'bounds' | 'near'>

function codePlanner(
  ctx: VerbContext,
  { mode, ...given }: { readonly mode: 'storing' | 'dry' } & Given,
): RowPlanner<CodeRecord, CodeWrite> {
  const said: CodeListState['said'] = new Map()
  let kept = createRegisterModel()
  return async (records) => {
    // What is stored in between is read again; what is not is only in the model.
    if (mode === 'storing') kept = createRegisterModel()
    takeUpRegister(kept, await readRegister(ctx.db, records.map(questionOf)))
    return planCodes(stateOf(ctx, { ...given, model: kept, said }), records)
  }
}

/** What the register has against rows that are refused already, as it is before the list is stored. */
async function faultsBeside(
  ctx: VerbContext,
  asked: Given & {
    readonly faulty: readonly FaultyCodeRow[]
    readonly made: ReadonlySet<string>
    readonly importId: string | null
  },
): Promise<RowIssue[]> {
  const { faulty, made, importId, ...given } = asked
  const model = createRegisterModel()
  const questions = faulty.map(({ imported }) => questionOf(imported))
  if (questions.length > 0) {
    const rows = await readRegister(ctx.db, questions)
    // What the list itself stored before it was cut off is not held against its own rows.
    takeUpRegister(model, {
      ...rows,
      codes: rows.codes.filter(({ id }) => !made.has(id)),
      organisations: rows.organisations.filter(({ id }) => !made.has(id)),
      events: rows.events.filter((event) => importId === null || event.importId !== importId),
    })
  }
  const state = stateOf(ctx, { ...given, model, said: new Map() })
  const issues: RowIssue[] = []
  for (const row of faulty) {
    await ctx.giveWay()
    issues.push(...faultsOfRefused(state, row))
  }
  return issues
}

function stateOf(
  ctx: VerbContext,
  given: Given & Pick<CodeListState, 'model' | 'said'>,
): CodeListState {
  const now = ctx.now()
  return { ...given, newId: ctx.newId, now, today: vietnamDateOf(now) }
}

function questionOf({ record }: ImportedRecord<CodeRecord>): RegisterQuestion {
  return {
    key: codeSearchKey(record.code),
    holder: foldVietnamese(record.holderName),
    siteName: foldVietnamese(record.siteName),
  }
}
