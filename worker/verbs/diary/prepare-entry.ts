import type { EntryHousehold } from '../../../db/queries/diary-households.ts'
import {
  type EntrySite,
  type RecordingFacts,
  readRecordingFacts,
  type SaidRow,
} from '../../../db/queries/diary-recording.ts'
import { DIARY_KINDS } from '../../copy/diary.ts'
import { fillAll } from '../../copy/fill.ts'
import { DIARY_REFUSALS } from '../../copy/refusals/diary.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { EntryValues, ParsedEntry } from '../../domain/diary/entry-body.ts'
import type { EntryFinding, EntryQuestion } from '../../domain/diary/entry-fault.ts'
import { entryKindsAt } from '../../domain/diary/entry-kinds/entry-kinds.ts'
import { findSignals } from '../../domain/diary/find-signals.ts'
import { isMeasure, isProduct } from '../../domain/diary/is-measure.ts'
import { type EntryFacts, judgeEntry } from '../../domain/diary/judge-entry.ts'
import type { Signal } from '../../domain/diary/signals.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type VerbContext } from '../context.ts'
import { mayDo, requireAny } from '../guard/authorise.ts'
import { invalidField, invalidInput } from '../guard/parse-input.ts'
import { needsConfirmation, notFound } from '../guard/refusals.ts'
import { findingsOfEntry } from '../protection/findings-of-entry.ts'

import { seasonOfEntry } from '../seasons/season-of-entry.ts'
import { findingsOfUse } from '../stock/findings-of-use.ts'
import { entryHash } from './entry-hash.ts'
import type { KnownPhoto, PhotoShelf } from './recording.ts'

/** An entry as it is about to be stored, with all that was found about it. */
export type PreparedEntry = {
  readonly site: EntrySite
  readonly households: readonly EntryHousehold[]
  readonly photos: readonly KnownPhoto[]
  /** Those that were handed in for it, beside what an entry that it amends has. */
  readonly handedIn: readonly KnownPhoto[]
  readonly findings: readonly EntryFinding[]
  readonly signals: readonly Signal[]
  readonly hash: string
  /** The season it belongs to; null for none. */
  readonly seasonId: string | null
  /** What has the entry's id already. */
  readonly known: RecordingFacts['known']
}

type Asked = {
  readonly id: string
  readonly entry: ParsedEntry
  readonly occurredOn: string
  readonly questions: readonly EntryQuestion[]
  readonly shelf: PhotoShelf
  /** The row it amends, with the photos and households that row has; null for what is new. */
  readonly amends: {
    readonly id: string
    readonly photos: readonly KnownPhoto[]
    readonly households: readonly EntryHousehold[]
  } | null
}

/**
 * Looks at an entry before it is stored: whether it may be written there, what cannot be, what somebody
 * has to say yes to first. Null where a photo has not arrived yet.
 */
export async function prepareEntry(ctx: VerbContext, asked: Asked): Promise<PreparedEntry | null> {
  requireAny(ctx, 'diary.write')
  const { id, entry, occurredOn, amends } = asked
  const hash = await entryHash({ ...entry, occurredOn })
  const { siteId, householdIds, kind, photos: hashes } = entry
  const facts = await readRecordingFacts(ctx.db, {
    ...{ id, siteId, householdIds, kind, occurredOn, hash },
    ...{ photos: hashes, amendsId: amends?.id ?? null },
  })
  const { site, known } = facts
  // A household that has left the list since stays on what was written for it.
  const listed = [...facts.households, ...(amends?.households ?? [])]
  const households = householdIds.flatMap((each) => listed.find(({ id }) => id === each) ?? [])
  if (site === null || site.withdrawnAt !== null) throw notFound(THINGS.site)
  if (!mayDo(ctx.actor, 'diary.write', targetOf(site))) throw notFound(THINGS.site)
  const found = { site, households, hash, known }
  // What is there already is not judged again: it would be asked whether it may be there twice.
  if (known !== null) {
    const nothing = { photos: [], handedIn: [], findings: [], signals: [] }
    return { ...found, ...nothing, seasonId: entry.seasonId }
  }
  checkPlace(asked, { site, households })
  const grown = await seasonOfEntry(ctx, { entry, occurredOn, isCorrection: amends !== null })
  const { season, crop, sownOn } = grown
  const markets = season?.markets ?? []
  const { organisationId } = site
  const [used, bought] = await Promise.all([
    findingsOfEntry(ctx, { entry, occurredOn, crop, markets }),
    findingsOfUse(ctx, { entry, occurredOn, organisationId }),
  ])
  const more = [...grown.questions, ...used.questions]
  const findings = [...judged(ctx, asked, { ...facts, sownOn, more }), ...used.findings, ...bought]
  const shown = await photosOf(asked)
  if (shown === null) return null
  const { photos, handedIn } = shown
  const signals = signalsOf(ctx, { asked, facts, photos })
  return { ...found, photos, handedIn, findings, signals, seasonId: season?.id ?? null }
}

function checkPlace(
  { entry, amends }: Asked,
  { site, households }: Pick<PreparedEntry, 'site' | 'households'>,
): void {
  const { kind, householdIds } = entry
  // What was once written at a place stays correctable there.
  if (amends === null && !entryKindsAt(site.kind).includes(kind)) {
    throw invalidField('kind', fillAll(DIARY_REFUSALS.notHere, { kind: DIARY_KINDS[kind].name }))
  }
  if (households.length < householdIds.length) {
    throw invalidField('householdIds', DIARY_REFUSALS.household)
  }
}

/** What an entry is judged by; `more` are questions of its season and product. */
type Judging = RecordingFacts & {
  readonly sownOn: string | null
  readonly more: readonly EntryQuestion[]
}

/** Throws what cannot be and what is not confirmed; gives what stands on the entry then. */
function judged(ctx: VerbContext, asked: Asked, facts: Judging): EntryFinding[] {
  const { entry, occurredOn } = asked
  const { faults, questions, noticed } = judgeEntry(
    { ...entry, occurredOn },
    entryFacts(ctx, asked, facts),
  )
  if (faults.length > 0) throw invalidInput(faults)
  const all = [...asked.questions, ...questions, ...facts.more]
  const open = all.filter(({ code }) => !entry.confirm.includes(code))
  if (open.length > 0) throw needsConfirmation(open.map(({ code, text }) => ({ code, text })))
  return [...all.map(({ code, text }) => ({ code, text, isConfirmed: true })), ...noticed]
}

function entryFacts(ctx: VerbContext, asked: Asked, facts: Judging): EntryFacts {
  const { householdIds } = asked.entry
  const said = wholeOf(asked.entry.values)
  const sameHere = facts.same.filter(
    ({ households, entered }) =>
      concern(households, householdIds) && entered !== null && wholeOf(entered) === said,
  )
  return {
    today: vietnamDateOf(ctx.now()),
    plantedOn: facts.plantedOn,
    sownOn: facts.sownOn,
    waiting: facts.waiting
      .filter(({ households }) => concern(households, householdIds))
      .map(({ summary, details, occurredOn, allowedOn }) => ({
        productName: String(details['product'] ?? summary),
        ...{ occurredOn, allowedOn },
      })),
    lastDose: lastDoseOf(asked.entry.values, facts.treated),
    sameAt: sameHere[0] === undefined ? null : new Date(sameHere[0].recordedAt).toISOString(),
  }
}

/** All that was entered, in one order: the hash leaves out what differs between households. */
function wholeOf(values: EntryValues): string {
  return JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** May be about the same households: who names none may mean any. */
function concern(known: readonly string[] | null, ids: readonly string[]): boolean {
  return known === null || ids.length === 0 || ids.some((id) => known.includes(id))
}

function lastDoseOf(values: EntryValues, treated: readonly SaidRow[]) {
  const name = productOf(values)
  if (name === null) return null
  const before = treated.find(({ entered }) => entered !== null && productOf(entered) === name)
  const dose = before?.entered?.['dose']
  return dose !== undefined && isMeasure(dose) ? dose : null
}

function productOf({ product }: EntryValues): string | null {
  return product !== undefined && isProduct(product) ? foldVietnamese(product.name) : null
}

/** The photos it names, in its order; null while one has not arrived. */
async function photosOf({
  entry,
  amends,
  shelf,
}: Asked): Promise<Pick<PreparedEntry, 'photos' | 'handedIn'> | null> {
  const kept = amends?.photos ?? []
  const wanted = entry.photos.filter((hash) => !kept.some(({ sha256 }) => sha256 === hash))
  const arrived = wanted.length === 0 ? [] : await shelf(wanted)
  const photos = entry.photos.map((hash) =>
    [...kept, ...arrived].find(({ sha256 }) => sha256 === hash),
  )
  const found = photos.filter((photo) => photo !== undefined)
  if (found.length < photos.length) return null
  return { photos: found, handedIn: found.filter(({ sha256 }) => wanted.includes(sha256)) }
}

function signalsOf(
  ctx: VerbContext,
  given: {
    readonly asked: Asked
    readonly facts: RecordingFacts
    readonly photos: readonly KnownPhoto[]
  },
): Signal[] {
  const { asked, facts, photos } = given
  const { entry, occurredOn } = asked
  const { lat, lng } = facts.site ?? { lat: null, lng: null }
  const writer = actorText(ctx.actor)
  return findSignals({
    entry: { ...entry, occurredOn },
    site: lat === null || lng === null ? null : { lat, lng },
    photos: photos.map((photo) => ({
      takenAt: photo.takenAt,
      at: photo.lat === null || photo.lng === null ? null : { lat: photo.lat, lng: photo.lng },
      usedOn: facts.used.find(({ sha256 }) => sha256 === photo.sha256)?.occurredOn ?? null,
    })),
    sameDay: facts.sameDay.flatMap(({ entered, writtenBy }) =>
      entered !== null && byTheSame({ entered, writtenBy }, { values: entry.values, writer })
        ? [entered]
        : [],
    ),
    identical: facts.same.filter(
      ({ households }) => households !== null && !concern(households, entry.householdIds),
    ).length,
  })
}

/** Done by one person: the same name, or written by the same account where neither names anybody. */
function byTheSame(
  before: { readonly entered: EntryValues; readonly writtenBy: string | null },
  now: { readonly values: EntryValues; readonly writer: string },
): boolean {
  const [there, here] = [before.entered['operator'], now.values['operator']]
  if (there === undefined && here === undefined) return before.writtenBy === now.writer
  return JSON.stringify(there) === JSON.stringify(here)
}
