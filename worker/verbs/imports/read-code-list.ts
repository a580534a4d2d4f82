import { readAlikeOrganisations } from '../../../db/queries/alike-organisations.ts'
import { readCodesByKey } from '../../../db/queries/code-register.ts'
import { readMadeByImport } from '../../../db/queries/import-changes.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { type CodeIndex, findCode, indexCodes } from '../../domain/codes/find-code.ts'
import { type Code, isCode, normaliseCode } from '../../domain/codes/normalise-code.ts'
import { MERGER_ON } from '../../domain/codes/province-code-table.ts'
import type {
  CodeImportOptions,
  NamedPlace,
} from '../../domain/lists/records/code-import-options.ts'
import {
  type CodeListReading,
  type CodeRecord,
  readCodeRecordsInSteps,
} from '../../domain/lists/records/code-records.ts'
import { holderKey } from '../../domain/lists/records/holder-key.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import { type NearAnswers, nearAnswer } from '../../domain/lists/records/near-answers.ts'
import type { Workbook } from '../../lib/sheet/workbook.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { codeQuestion, type NearKnown } from '../codes/near-known.ts'
import type { VerbContext } from '../context.ts'
import { loadSchemes } from '../schemes/load-schemes.ts'
import type { PlaceFinder } from './load-places.ts'

/** What a list that names its province or markets only in its title leaves to the caller to say. */
export type CodeListDefaults = NonNullable<CodeImportOptions['defaults']>

/** How a list of codes is read. */
export type CodeListOptions = {
  readonly defaults?: CodeListDefaults
  /** What was answered of names and codes that are spelled almost as on record. */
  readonly answers?: NearAnswers
  /** The import under which the list is stored: what it added itself is nothing to ask about. */
  readonly importId?: string
}

/**
 * The records of a list of codes, and what the register had before it that its names may mean. Read
 * twice: first to learn which codes the list may mean, then with those of the register known.
 */
export async function readCodeList(
  ctx: VerbContext,
  given: {
    readonly workbook: Workbook
    readonly input: CodeListOptions
    readonly places: PlaceFinder
  },
): Promise<{
  readonly result: CodeListReading
  readonly near: NearKnown
  /** Organisations and codes that the import added itself, where it goes on after it was cut off. */
  readonly made: ReadonlySet<string>
}> {
  const schemes = await loadSchemes(ctx.db)
  const { workbook, input, places } = given
  const { defaults, answers = {}, importId } = input
  const options: CodeImportOptions = {
    schemes,
    placeProblem: (place) => placeProblem(places, place),
    ...(defaults === undefined ? {} : { defaults }),
  }
  const first = await takeStepsGivingWay(readCodeRecordsInSteps(workbook, options), ctx.giveWay)
  if (!first.ok) return { result: first, near: NOTHING_NEAR, made: new Set() }
  const rows = [...first.records, ...first.faulty.map(({ imported }) => imported)]
  const made = importId === undefined ? new Set<string>() : await readMadeByImport(ctx.db, importId)
  const stored = await readCodesByKey(ctx.db, keysOf(rows))
  const ownOnes = stored.filter(({ id }) => !made.has(id))
  const registered = ownOnes.map(({ code }) => code).filter(isCode)
  const knownCodes = withFirstSpellings(
    stored.map(({ code }) => code).filter(isCode),
    first.records,
  )
  const newCode = newCodes(indexCodes(registered), answers)
  const result = await takeStepsGivingWay(
    readCodeRecordsInSteps(workbook, { ...options, knownCodes, newCode }),
    ctx.giveWay,
  )
  const holders = await alikeHolders(ctx, { rows, made })
  return { result, near: { answers, holders, codes: new Set(registered) }, made }
}

const NOTHING_NEAR: NearKnown = { answers: {}, holders: new Map(), codes: new Set() }

/** Codes that somebody said are none of those on record, however alike they are spelled. */
function newCodes(registered: CodeIndex, answers: NearAnswers) {
  return (printed: string): Code | null => {
    const match = findCode(printed, registered)
    if (match.kind !== 'read_as') return null
    const answer = nearAnswer(answers, 'similar_code', codeQuestion(printed, match.code))
    const own = normaliseCode(printed)
    return answer === 'new' && own.ok ? own.code : null
  }
}

async function alikeHolders(
  ctx: VerbContext,
  given: {
    readonly rows: readonly ImportedRecord<CodeRecord>[]
    readonly made: ReadonlySet<string>
  },
): Promise<NearKnown['holders']> {
  const names = new Set(given.rows.map(({ record }) => record.holderName))
  const keys = [...names].map(holderKey).filter((key) => key !== '')
  const alike = await readAlikeOrganisations(ctx.db, keys)
  const others = alike.filter(({ id }) => !given.made.has(id))
  return Map.groupBy(others, ({ nameKey }) => nameKey)
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
