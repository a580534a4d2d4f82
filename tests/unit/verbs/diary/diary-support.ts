import { eq, sql } from 'drizzle-orm'
import { batchDocument, diaryEvent, siteHousehold } from '../../../../db/schema/index.ts'
import type { BatchDocument } from '../../../../worker/domain/standing/batch-document.ts'
import { foldVietnamese } from '../../../../worker/lib/text/fold-vietnamese.ts'
import type { Person, VerbContext } from '../../../../worker/verbs/context.ts'
import { recordCorrection } from '../../../../worker/verbs/diary/record-correction.ts'
import { recordEntry } from '../../../../worker/verbs/diary/record-entry.ts'
import type { Envelope, KnownPhoto, PhotoShelf } from '../../../../worker/verbs/diary/recording.ts'
import type { TestDatabase } from '../../../support/database.ts'
import { makeContext, makeSite, NOW, unique } from '../../../support/factories.ts'
import { makePerson } from '../../../support/portal-app.ts'

/** A UUID v7 no other record of this process has. */
export function recordId(): string {
  const last = unique().toString(16).padStart(12, '0')
  return `01970000-0000-7000-8000-${last}`
}

export const SPRAY = {
  product: { name: 'Anvil 5SC' },
  activeIngredient: 'Hexaconazole',
  dose: { value: '25', unit: 'ml/binh16' },
  targetPest: 'Thán thư',
  intervalDays: 14,
  area: { value: '5', unit: 'cong' },
  operator: 'Ông Ba',
}

/** A growing area whose producer keeps its diary. */
export async function keeper(test: TestDatabase, given: { person?: Person } = {}) {
  const person = given.person ?? (await makePerson(test.db, 'producer'))
  let now = NOW
  const ctx: VerbContext = makeContext(test.db, {
    actor: person,
    source: 'portal',
    now: () => now,
  })
  const { organisationId } = person
  const site = await makeSite(makeContext(test.db), { organisationId })
  const shelf: KnownPhoto[] = []
  const photos: PhotoShelf = async (hashes) => shelf.filter((each) => hashes.includes(each.sha256))
  const envelope = (body: object, more: Partial<Envelope> = {}): Envelope => ({
    ...{ id: recordId(), v: 1, via: 'app', happenedOn: '2026-06-14' },
    ...{ madeAt: NOW - 60_000, clock: { offsetMs: 2_000, measuredAt: NOW - 3_600_000 } },
    ...more,
    body,
  })
  const record = (body: object, more: Partial<Envelope> = {}) =>
    recordEntry({
      ...{ ctx, photos },
      envelope: envelope(
        { siteId: site.id, kind: 'plant_protection', values: SPRAY, ...body },
        more,
      ),
    })
  const correct = (body: object, more: Partial<Envelope> = {}) =>
    recordCorrection({
      ...{ ctx, photos },
      envelope: envelope({ reason: 'Ghi nhầm', ...body }, more),
    })
  return {
    ...{ ctx, person, site, shelf, photos, envelope, record, correct },
    wait: (ms: number) => {
      now += ms
    },
    rows: () =>
      test.db.select().from(diaryEvent).where(eq(diaryEvent.siteId, site.id)).orderBy(sql`rowid`),
  }
}

export async function makeHousehold(
  test: TestDatabase,
  siteId: string,
  name = `Hộ thử ${unique()}`,
): Promise<{ id: string; name: string }> {
  const id = `household-${unique()}`
  await test.db.insert(siteHousehold).values({
    ...{ id, siteId, name, nameFolded: foldVietnamese(name) },
    ...{ position: unique(), createdAt: NOW },
  })
  return { id, name }
}

export function makePhoto(given: Partial<KnownPhoto> = {}): KnownPhoto {
  const sha256 = unique().toString(16).padStart(64, '0')
  return { sha256, storeKey: `outbox/${sha256}`, takenAt: null, lat: null, lng: null, ...given }
}

export async function documentOf(test: TestDatabase, ref: string): Promise<BatchDocument> {
  const [stored] = await test.db.select().from(batchDocument).where(eq(batchDocument.ref, ref))
  return JSON.parse(stored?.document ?? 'null')
}
