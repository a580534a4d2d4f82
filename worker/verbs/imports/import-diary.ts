import { readKnownFingerprints } from '../../../db/queries/diary-fingerprints.ts'
import {
  insertDiaryEvents,
  type NewDiaryEvent,
  readDiaryBatches,
  readDiarySites,
} from '../../../db/queries/diary-imports.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import type { Code } from '../../domain/codes/normalise-code.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import {
  type DiaryRecord,
  readDiaryRecordsInSteps,
} from '../../domain/lists/records/diary-records.ts'
import { DIARY_SPEC } from '../../domain/lists/records/diary-spec.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { Call, VerbContext } from '../context.ts'
import { diaryFingerprint } from '../diary/diary-fingerprint.ts'
import { identicalEntries } from '../diary/identical-entries.ts'
import { type DiaryState, planDiary } from '../diary/plan-diary.ts'
import { rebuildMarkedDocuments } from '../diary/rebuild-marked-documents.ts'
import type { ImportKind, RowPlanner } from './import-kind.ts'
import type { ImportInput, ImportOutcome, ListFile } from './import-report.ts'
import { importOpened, type ListOpening, openList } from './opened-list.ts'
import { ownOrganisation } from './own-lists.ts'
import { readKnowingCodes } from './read-knowing-codes.ts'

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
  const outcome = await importOpened(await openDiaryList({ ctx, input }), input)
  if (outcome.ok && !input.dryRun) await rebuildMarkedDocuments(ctx)
  return outcome
}

/** Reads a diary, to be looked at or stored. */
export async function openDiaryList({ ctx, input }: Call<DiaryListInput>): Promise<ListOpening> {
  const ownId = ownOrganisation(ctx)
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
  const options = input.defaults === undefined ? {} : { defaults: input.defaults }
  return openList(ctx, input, {
    spec: DIARY_SPEC,
    read: async (workbook) => {
      const result = await readKnowingCodes(
        ctx,
        (known) => readDiaryRecordsInSteps(workbook, { ...options, ...known }),
        keysOf,
      )
      if (!result.ok) return { result, kind }
      const warnings = [...result.warnings, ...identicalEntries(result.records)]
      return { result: { ...result, warnings }, kind }
    },
  })
}

/** Lines of one file are told apart by what they say, so nothing but that is kept between rows. */
function diaryPlanner(
  ctx: VerbContext,
  ownId: string | null,
): RowPlanner<DiaryRecord, NewDiaryEvent> {
  const seen: DiaryState['seen'] = new Map()
  return async (records) => planDiary({ ...(await loadState(ctx, records)), seen, ownId }, records)
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
