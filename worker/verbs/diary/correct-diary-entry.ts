import * as z from 'zod'
import {
  type DiaryEntryDetail,
  findStandingEntry,
  insertAmendments,
  isUnamendedEntry,
} from '../../../db/queries/diary-entries.ts'
import {
  hashOf,
  nextFingerprint,
  readKnownFingerprints,
} from '../../../db/queries/diary-fingerprints.ts'
import { readDiaryBatches } from '../../../db/queries/diary-imports.ts'
import { copyEntryParts } from '../../../db/queries/diary-recording.ts'
import { fillAll } from '../../copy/fill.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import { rowDifference } from '../../domain/audit/row-difference.ts'
import { harvestAllowedOn } from '../../domain/diary/pre-harvest.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import type { DiaryWords } from '../../domain/lists/records/diary-records.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { change, doneAlready } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call, VerbContext } from '../context.ts'
import type { Problem } from '../errors.ts'
import { lineField } from '../guard/fields.ts'
import { invalidField, invalidInput, parseInput } from '../guard/parse-input.ts'
import { alreadyExists, conflict } from '../guard/refusals.ts'
import { correctedWords, correctionFaults, diaryChanges } from './correction-input.ts'
import { diaryDetails, diarySummary } from './diary-entry-text.ts'
import { diaryFingerprint } from './diary-fingerprint.ts'
import { loadEntry } from './load-entry.ts'
import { matchBatch } from './match-batch.ts'
import { wordsOfEntry } from './words-of-entry.ts'

export const correctionInput = diaryChanges.extend({
  id: z.string(),
  /** Public, as the entry is. */
  reason: lineField(500),
})

export type CorrectionInput = z.input<typeof correctionInput>

/**
 * Corrects an entry by a new one that points back at it: both stay to be seen, and whatever is decided
 * from then on follows the new one. The same correction again answers what it made.
 */
export async function correctDiaryEntry({
  ctx,
  input,
}: Call<CorrectionInput>): Promise<{ id: string }> {
  const { id: amendsId, reason, ...changes } = parseInput(correctionInput, input)
  const entry = await loadEntry(ctx, amendsId, 'diary.write')
  const before = wordsOfEntry(entry)
  const after = correctedWords(before, changes)
  const faults = correctionFaults(after, vietnamDateOf(ctx.now()))
  if (faults.length > 0) throw invalidInput(faults)
  const batchId = await batchOf(ctx, { entry, before, after })
  const hash = await diaryFingerprint(after)
  if (entry.amendedBy !== null || entry.retracts) return amendedAs(ctx, entry, hash)
  const isSame = hash === (await diaryFingerprint(before)) && batchId === entry.batchId
  if (isSame) throw conflict(DIARY_REFUSALS.same)
  const id = ctx.newId()
  const details = detailsOf(entry, { before, after })
  const row = {
    ...{ id, amendsId, reason, batchId, siteId: entry.siteId, photos: entry.photos },
    ...{ kind: after.kind, occurredOn: after.occurredOn, recordedAt: ctx.now() },
    summary: summaryOf(entry, { before, after }),
    details,
    allowedOn: harvestAllowedOn({ ...after, summary: '', details }),
    // Its words were corrected, not whom it is about; what was entered says something else now.
    ...{ householdCount: entry.householdCount, seasonId: entry.seasonId },
    onBehalfOf: entry.onBehalfOf,
    ...{ declaredByRole: entry.declaredByRole, declaredByName: entry.declaredByName },
    fingerprint: await freeFingerprint(ctx, { entry, hash }),
  }
  return change(ctx, {
    may: 'diary.write',
    target: targetOf(entry),
    guards: [{ holds: isUnamendedEntry(amendsId), refusal: () => amended(ctx, amendsId) }],
    statements: [
      insertAmendments(ctx.db, [row]),
      ...copyEntryParts(ctx.db, { from: amendsId, to: id, occurredOn: after.occurredOn }),
    ],
    audit: {
      action: 'diary.correct',
      entityId: id,
      ...corrections({ amendsId, before, after }),
      reason,
    },
    touches: {
      works: [entry, after].map(({ occurredOn }) => ({ siteId: entry.siteId, occurredOn })),
      batchIds: [entry.batchId, batchId].flatMap((each) => each ?? []),
    },
    taken: () => amended(ctx, amendsId),
    receipt: { id },
  })
}

type Words = { readonly before: DiaryWords; readonly after: DiaryWords }

/** What an entry that is amended already was amended to, where that is what is asked for. */
async function amendedAs(
  ctx: VerbContext,
  entry: DiaryEntryDetail,
  hash: string,
): Promise<{ id: string }> {
  const { amendedBy } = entry
  if (entry.retracts || amendedBy?.retracts === 1) throw conflict(DIARY_REFUSALS.takenBack)
  if (amendedBy === null || hashOf(amendedBy.fingerprint) !== hash) {
    throw await amended(ctx, entry.id)
  }
  const receipt = { id: amendedBy.id }
  return doneAlready(ctx, { may: 'diary.write', target: targetOf(entry), receipt })
}

/** Somebody corrected it before; which entry it is now. */
async function amended(ctx: VerbContext, id: string): Promise<Problem> {
  const entry = await loadEntry(ctx, id, 'diary.write')
  const latest = entry.amendedBy?.id
  return latest === undefined
    ? conflict(DIARY_REFUSALS.saidAlready)
    : alreadyExists({ text: DIARY_REFUSALS.amended, existing: diaryLink(latest) })
}

function diaryLink(id: string) {
  return { id, href: `/api/v1/diary/${id}` }
}

/** A batch that is named anew must be there: whoever corrects looks at what they write. */
async function batchOf(
  ctx: VerbContext,
  given: Words & { readonly entry: DiaryEntryDetail },
): Promise<string | null> {
  const { entry, before, after } = given
  const text = after.batchRef
  if (text === before.batchRef) return entry.batchId
  if (text === null) return null
  const ref = readTypedRef(text)
  const { siteId, organisationId } = entry
  const batches = await readDiaryBatches(ctx.db, {
    refs: ref === null ? [] : [ref],
    lots: [text],
    siteIds: [siteId],
  })
  const match = matchBatch(batches, { text, siteId, organisationId })
  if (match.kind === 'batch') return match.id
  const said =
    match.kind === 'ambiguous'
      ? fillAll(DIARY_REFUSALS.batchAmbiguous, { text, count: match.count })
      : fillAll(DIARY_REFUSALS.batchUnknown, { text })
  throw invalidField('batch', said)
}

/** What was written by hand stays as it is where the work is not written anew. */
function summaryOf(entry: DiaryEntryDetail, { before, after }: Words): string {
  const isOwn = diarySummary(before) !== entry.summary
  return isOwn && after.kindText === before.kindText ? entry.summary : diarySummary(after)
}

/** Particulars that no line of a diary has (of the app, of older versions) stay as they are. */
function detailsOf(entry: DiaryEntryDetail, { before, after }: Words) {
  // Kilograms beside a quantity follow from it: they would outlive the quantity they were made of.
  const told = { ...diaryDetails(before), intervalDays: 0, withdrawalDays: 0, quantityKg: 0 }
  const others = Object.entries(entry.details).filter(([name]) => !Object.hasOwn(told, name))
  return { ...Object.fromEntries(others), ...diaryDetails(after) }
}

/** Refused where another entry of the place says the same. */
async function freeFingerprint(
  ctx: VerbContext,
  { entry, hash }: { readonly entry: DiaryEntryDetail; readonly hash: string },
): Promise<string> {
  const { siteId } = entry
  const other = await findStandingEntry(ctx.db, { siteId, hash })
  if (other !== null && other !== entry.id) {
    throw alreadyExists({ text: DIARY_REFUSALS.saidAlready, existing: diaryLink(other) })
  }
  const known = await readKnownFingerprints(ctx.db, [{ siteId, fingerprint: hash }])
  return nextFingerprint(hash, known.get(`${siteId}\n${hash}`)?.times ?? 0)
}

function corrections({ amendsId, before, after }: Words & { readonly amendsId: string }) {
  const changed = rowDifference({ ...before }, { ...after })
  return { before: { amendsId, ...changed.before }, after: changed.after }
}
