import { readCodesByKey } from '../../../db/queries/code-register.ts'
import { readKnownFingerprints } from '../../../db/queries/diary-fingerprints.ts'
import {
  insertDiaryEvents,
  type NewDiaryEvent,
  readDiaryBatches,
  readDiarySites,
} from '../../../db/queries/diary-imports.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { indexCodes } from '../../domain/codes/find-code.ts'
import { type Code, isCode } from '../../domain/codes/normalise-code.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import {
  type DiaryRecord,
  readDiaryRecordsInSteps,
} from '../../domain/lists/records/diary-records.ts'
import { DIARY_SPEC } from '../../domain/lists/records/diary-spec.ts'
import type { ImportedRecord, ImportResult } from '../../domain/lists/records/import-result.ts'
import type { Workbook } from '../../lib/sheet/workbook.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { diaryFingerprint } from '../diary/diary-fingerprint.ts'
import { identicalEntries } from '../diary/identical-entries.ts'
import { type DiaryState, planDiary } from '../diary/plan-diary.ts'
import { rebuildMarkedDocuments } from '../diary/rebuild-marked-documents.ts'
import type { ImportKind, RowPlanner } from './import-kind.ts'
import type { ImportInput, ImportOutcome, ListFile } from './import-report.ts'
import { openImportFile } from './open-import-file.ts'
import { type ListOpening, openedList } from './opened-list.ts'
import { ownOrganisation } from './own-lists.ts'

type DiaryRecords = readonly ImportedRecord<DiaryRecord>[]

export type DiaryListInput = ListFile & { readonly defaults?: { readonly growingAreaCode: Code } }

/**
 * Reads a farming diary. Entries count as recorded now, whenever the work was done, so late ones
 * show as late. A line that is on record already changes nothing. Documents of sealed batches that
 * draw on these growing areas are marked in the atomic batch that stores the entries and written
 * anew afterwards; see `rebuildMarkedDocuments` for what happens when the writer is stopped between.
 */
export async function importDiary({
  ctx,
  input,
}: Call<DiaryListInput & ImportInput>): Promise<ImportOutcome> {
  const opening = await openDiaryList({ ctx, input })
  if (!opening.ok) return opening
  const { list } = opening
  if (input.dryRun) return { ok: true, report: await list.dryRun() }
  const report = await list.store(input.onProgress)
  await rebuildMarkedDocuments(ctx)
  return { ok: true, report }
}

/** Reads a diary, to be looked at or stored. */
export async function openDiaryList({ ctx, input }: Call<DiaryListInput>): Promise<ListOpening> {
  const { fileName } = input
  const ownId = ownOrganisation(ctx)
  const { reading, sha256 } = await openImportFile(input, ctx.giveWay)
  if (!reading.ok) return reading
  const { workbook } = reading
  const read = await readRecords(ctx, workbook, input.defaults)
  if (!read.ok) return read
  const warnings = [...read.warnings, ...identicalEntries(read.records)]
  const kind: ImportKind<DiaryRecord, NewDiaryEvent> = {
    id: 'diary',
    version: null,
    planner: () => diaryPlanner(ctx, ownId),
    statements: (writes, importId) => [
      insertDiaryEvents(ctx.db, writes, { recordedAt: ctx.now(), importId }),
      markDocumentsStale(ctx.db, {
        siteIds: [...new Set(writes.map(({ siteId }) => siteId))],
        batchIds: [...new Set(writes.flatMap(({ batchId }) => batchId ?? []))],
      }),
    ],
  }
  return openedList(
    { workbook, spec: DIARY_SPEC },
    { ctx, fileName, sha256, result: { ...read, warnings }, kind },
  )
}

/** Lines of one file are told apart by what they say, so nothing but that is kept between rows. */
function diaryPlanner(
  ctx: VerbContext,
  ownId: string | null,
): RowPlanner<DiaryRecord, NewDiaryEvent> {
  const seen: DiaryState['seen'] = new Map()
  return async (records) => planDiary({ ...(await loadState(ctx, records)), seen, ownId }, records)
}

async function readRecords(
  ctx: VerbContext,
  workbook: Workbook,
  defaults: { readonly growingAreaCode: Code } | undefined,
): Promise<ImportResult<DiaryRecord>> {
  const options = defaults === undefined ? {} : { defaults }
  const first = await takeStepsGivingWay(readDiaryRecordsInSteps(workbook, options), ctx.giveWay)
  if (!first.ok) return first
  const stored = await readCodesByKey(ctx.db, keysOf(first.records))
  const knownCodes = indexCodes(stored.flatMap(({ code }) => (isCode(code) ? [code] : [])))
  return takeStepsGivingWay(
    readDiaryRecordsInSteps(workbook, { ...options, knownCodes }),
    ctx.giveWay,
  )
}

/** Of each record, and of what the same line was read as before. */
async function fingerprintsOf(records: DiaryRecords): Promise<DiaryState['fingerprints']> {
  const pairs = await Promise.all(
    records.map(async ({ record }) => {
      const { readBefore } = record
      const now = await diaryFingerprint(record)
      const before =
        readBefore === null ? null : await diaryFingerprint({ ...record, ...readBefore })
      return [record, { now, before }] as const
    }),
  )
  return new Map(pairs)
}

async function loadState(
  ctx: VerbContext,
  records: DiaryRecords,
): Promise<Omit<DiaryState, 'seen' | 'ownId'>> {
  const fingerprints = await fingerprintsOf(records)
  const sites = await readDiarySites(ctx.db, keysOf(records))
  const sitesByCode = new Map(sites.map((site) => [site.code, site]))
  const named = [...new Set(records.flatMap(({ record }) => record.batchRef ?? []))]
  const refs = named.flatMap((text) => readTypedRef(text) ?? [])
  const siteIds = [...new Set(sites.map(({ siteId }) => siteId))]
  const batches =
    named.length === 0 ? [] : await readDiaryBatches(ctx.db, { refs, lots: named, siteIds })
  const pairs = records.flatMap(({ record }) => {
    const siteId = sitesByCode.get(record.growingAreaCode)?.siteId
    const prints = fingerprints.get(record)
    if (siteId === undefined || prints === undefined) return []
    const { now, before } = prints
    return [now, ...(before === null ? [] : [before])].map((fingerprint) => ({
      siteId,
      fingerprint,
    }))
  })
  const known = await readKnownFingerprints(ctx.db, pairs)
  const today = vietnamDateOf(ctx.now())
  return { sitesByCode, batches, known, fingerprints, newId: ctx.newId, today }
}

function keysOf(records: DiaryRecords): string[] {
  return [...new Set(records.map(({ record }) => codeSearchKey(record.growingAreaCode)))]
}
