import { and, asc, desc, eq, getTableColumns, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { SampleState } from '../../worker/domain/residues/kinds.ts'
import type { Database } from '../client.ts'
import { organisation, residuePlan, residueResult, residueSample } from '../schema/index.ts'
import { among } from './among.ts'
import { number } from './fields.ts'
import { firstOf } from './first-of.ts'
import { liesWithin } from './lies-within.ts'
import { isBefore } from './place-in-list.ts'
import { insertRecords } from './records.ts'
import { isStill } from './row-guards.ts'
import { changeOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'
import { unitName } from './unit-name.ts'

export type ResidueResultRow = typeof residueResult.$inferSelect
export type ResiduePlanRow = typeof residuePlan.$inferSelect

/** Results of the samples of one page or list, at most. */
const MOST_RESULTS = 5_000
/** Lines of a plan, and pairs of commune and crop of a year. */
const MOST_LINES = 2_000

const ITEM = { ...getTableColumns(residueSample), holder: organisation.name }

/** A sample with whose it is. */
export type ResidueSampleItem = Awaited<ReturnType<typeof itemsOf>>[number]

function itemsOf(db: Database) {
  return db
    .select(ITEM)
    .from(residueSample)
    .leftJoin(organisation, eq(organisation.id, residueSample.organisationId))
}

export function readResidueSample(db: Database, id: string): Promise<ResidueSampleItem | null> {
  return firstOf(itemsOf(db).where(eq(residueSample.id, id)).limit(1))
}

type Asked = {
  readonly bounds: Bounds
  readonly state: SampleState | null
  readonly after: { readonly createdAt: number; readonly id: string } | null
  readonly limit: number
}

/** Samples newest first, within bounds: of a place, or those taken at an organisation. */
export function listResidueSamples(db: Database, asked: Asked) {
  const { bounds, state, after, limit } = asked
  return itemsOf(db)
    .where(
      and(
        sampleWithin(bounds),
        state === null ? undefined : eq(residueSample.state, state),
        isBefore(residueSample, ['createdAt', 'id'], after),
      ),
    )
    .orderBy(desc(residueSample.createdAt), desc(residueSample.id))
    .limit(limit)
}

function sampleWithin(bounds: Bounds): SQL | undefined {
  const { organisationId, takenOn } = residueSample
  return liesWithin(residueSample, bounds, (id) => and(eq(organisationId, id), isNotNull(takenOn)))
}

/** Samples taken on a site, the last first. */
export function listSamplesOfSite(
  db: Database,
  { siteId, limit }: { readonly siteId: string; readonly limit: number },
) {
  return itemsOf(db)
    .where(and(eq(residueSample.siteId, siteId), isNotNull(residueSample.takenOn)))
    .orderBy(desc(residueSample.takenOn), desc(residueSample.id))
    .limit(limit)
}

/** Samples by their ids. */
export function readResidueSamplesOf(db: Database, ids: readonly string[]) {
  return itemsOf(db)
    .where(sql`${residueSample.id} IN ${among(ids)}`)
    .limit(MOST_LINES)
}

/** The samples of these numbers within bounds. */
export function readSamplesByNumber(
  db: Database,
  asked: { readonly bounds: Bounds; readonly numbersFolded: readonly string[] },
) {
  return itemsOf(db)
    .where(
      and(
        sql`${residueSample.sampleNoFolded} IN ${among(asked.numbersFolded)}`,
        sampleWithin(asked.bounds),
      ),
    )
    .limit(MOST_LINES)
}

/** What laboratories found in these samples, corrected results too, in the order they came. */
export function readResultsOf(db: Database, sampleIds: readonly string[]) {
  return db
    .select()
    .from(residueResult)
    .where(sql`${residueResult.sampleId} IN ${among(sampleIds)}`)
    .orderBy(asc(residueResult.recordedAt), asc(sql`${residueResult}.rowid`))
    .limit(MOST_RESULTS)
}

export function insertResults(db: Database, rows: readonly ResidueResultRow[]): Statement {
  return insertRecords(db, residueResult, rows)
}

/** Changes one; `version` counts on. */
export const updateResidueSample = changeOf(residueSample)

/** Holds while nobody changed it since it was read. */
export const residueSampleIs = isStill(residueSample, 'version')

/** Samples taken in a year, by commune and crop, within a place: summed from an index. */
export function sumSamples(
  db: Database,
  asked: { readonly bounds: Bounds; readonly year: number },
) {
  const { provinceCode, communeCode, crop, takenOn } = residueSample
  return db
    .select({
      ...{ provinceCode, communeCode, crop },
      communeName: unitName('commune', communeCode),
      samples: number(sql`count(*)`),
    })
    .from(residueSample)
    .where(and(sampleWithin(asked.bounds), inYear(takenOn, asked.year)))
    .groupBy(provinceCode, communeCode, crop)
    .orderBy(asc(provinceCode), asc(communeCode), asc(crop))
    .limit(MOST_LINES)
}

function inYear(column: typeof residueSample.takenOn, year: number): SQL {
  return sql`${column} BETWEEN ${`${year}-01-01`} AND ${`${year}-12-31`}`
}

/** What is planned for a year within a place. */
export function listResiduePlan(
  db: Database,
  asked: { readonly bounds: Bounds; readonly year: number },
) {
  const { bounds, year } = asked
  const within = liesWithin(residuePlan, bounds)
  return db
    .select()
    .from(residuePlan)
    .where(and(eq(residuePlan.year, year), within))
    .orderBy(asc(residuePlan.provinceCode), asc(residuePlan.communeName), asc(residuePlan.crop))
    .limit(MOST_LINES)
}
