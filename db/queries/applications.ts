import { and, asc, desc, eq, getTableColumns, isNotNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { ApplicationState } from '../../worker/domain/applications/workflow.ts'
import type { Database } from '../client.ts'
import {
  application,
  applicationStep,
  code,
  organisation,
  site,
  siteKind,
} from '../schema/index.ts'
import { firstOf } from './first-of.ts'
import { liesWithin } from './lies-within.ts'
import { personName } from './person-name.ts'
import { isStill } from './row-guards.ts'
import { changeOf, insertOf, setOf } from './row-statements.ts'
import type { Statement } from './run-batch.ts'

export type ApplicationRow = typeof application.$inferSelect
const MOST_STEPS = 500
/** Behind everything that is due. */
const NEVER = '9999-12-31'

const DUE = sql<string>`coalesce(${application.dueOn}, ${sql.raw(`'${NEVER}'`)})`

const ITEM = {
  ...getTableColumns(application),
  siteName: site.name,
  siteHolderId: site.organisationId,
  communeName: site.communeName,
  provinceName: site.provinceName,
  siteKindId: site.kind,
  labelSlot: siteKind.labelSlot,
  organisationName: organisation.name,
  code: code.code,
  openedByName: personName(application.openedBy),
  dueKey: DUE,
}

/** An application with the names of what it is about. */
export type ApplicationItem = Awaited<ReturnType<typeof listApplications>>[number]

function itemsOf(db: Database) {
  return db
    .select(ITEM)
    .from(application)
    .innerJoin(site, eq(site.id, application.siteId))
    .innerJoin(siteKind, eq(siteKind.id, site.kind))
    .innerJoin(organisation, eq(organisation.id, application.organisationId))
    .leftJoin(code, eq(code.id, application.codeId))
}

export function readApplication(db: Database, id: string): Promise<ApplicationItem | null> {
  return firstOf(itemsOf(db).where(eq(application.id, id)).limit(1))
}

export type ApplicationFilter = {
  readonly state: ApplicationState | null
  /** Only those whose last day was before this one; null for all. */
  readonly dueBefore: string | null
}

/** Applications within bounds, the one due first at their head; a holder's drafts are theirs alone. */
export function listApplications(
  db: Database,
  asked: ApplicationFilter & {
    readonly bounds: Bounds
    readonly after: { readonly dueKey: string; readonly id: string } | null
    readonly limit: number
  },
) {
  const { bounds, state, dueBefore, after, limit } = asked
  return itemsOf(db)
    .where(
      and(
        applicationWithin(bounds),
        state === null ? undefined : eq(application.state, state),
        dueBefore === null ? undefined : lt(DUE, dueBefore),
        after === null ? undefined : isBehind(after),
      ),
    )
    .orderBy(asc(DUE), asc(application.id))
    .limit(limit)
}

/** Rows behind a place in the list; said so that the index leads there. */
function isBehind({ dueKey, id }: { readonly dueKey: string; readonly id: string }): SQL {
  return sql`${DUE} >= ${dueKey} AND (${DUE} > ${dueKey} OR ${application.id} > ${id})`
}

function applicationWithin(bounds: Bounds): SQL | undefined {
  if (bounds?.kind === 'organisation') {
    return eq(application.organisationId, bounds.organisationId)
  }
  const shown = sql`(${application.state} <> 'draft' OR ${application.byOffice} = 1)`
  return and(liesWithin(application, bounds), shown)
}

/** The one of this kind that is open for a site. */
export function readOpenApplication(
  db: Database,
  { siteId, kind }: Pick<ApplicationRow, 'siteId' | 'kind'>,
): Promise<ApplicationItem | null> {
  const isOpen = sql`${application.state} NOT IN ('approved', 'rejected', 'withdrawn')`
  return firstOf(
    itemsOf(db)
      .where(and(eq(application.siteId, siteId), eq(application.kind, kind), isOpen))
      .limit(1),
  )
}

/** A new application under the next number of its province and year. */
export function insertApplication(db: Database, row: Omit<ApplicationRow, 'sequence'>): Statement {
  const { numberSpace, year } = row
  const next = sql<number>`(SELECT coalesce(max(x.sequence), 0) + 1 FROM application x
    WHERE x.number_space = ${numberSpace} AND x.year = ${year})`
  return db.insert(application).values({ ...row, sequence: next })
}

/** Changes an application; `version` counts on. */
export const updateApplication = changeOf(application)

/** Holds while nobody changed it since it was read. */
export const applicationIs = isStill(application, 'version')

/** Holds while the site of an application is its applicant's. */
export function siteIsApplicants({
  siteId,
  organisationId,
}: Pick<ApplicationRow, 'siteId' | 'organisationId'>): SQL {
  return sql`EXISTS (SELECT 1 FROM site
    WHERE id = ${siteId} AND organisation_id = ${organisationId})`
}

export const insertApplicationStep = insertOf(applicationStep)

/** The way of an application, from its beginning. */
export function listApplicationSteps(db: Database, applicationId: string) {
  return db
    .select({ ...getTableColumns(applicationStep), actorName: personName(applicationStep.actor) })
    .from(applicationStep)
    .where(eq(applicationStep.applicationId, applicationId))
    .orderBy(asc(applicationStep.at), asc(sql`rowid`))
    .limit(MOST_STEPS)
}

/** Open applications of whose term somebody is to be reminded by today, the longest due first. */
export function listDueApplications(
  db: Database,
  { today, limit }: { readonly today: string; readonly limit: number },
) {
  return itemsOf(db)
    .where(and(lte(application.remindOn, today), isNotNull(application.remindOn)))
    .orderBy(asc(application.remindOn), asc(application.id))
    .limit(limit)
}

/** Holds while nobody was reminded of it, and no step taken, since it was read. */
export const isApplicationDue = isStill(application, 'state', 'remindOn')

/** When somebody is reminded next; no change that anybody has to have seen. */
export const setNextApplicationReminder = setOf(application, 'remindOn', 'dueOn')

/** The last code that begins so, by its spelling; the unique index of codes leads to it. */
export async function readLastCode(db: Database, prefix: string): Promise<string | null> {
  const [row] = await db
    .select({ code: code.code })
    .from(code)
    // What follows is a digit, and ":" stands behind the digits.
    .where(and(sql`${code.code} >= ${`${prefix}0`}`, sql`${code.code} < ${`${prefix}:`}`))
    .orderBy(desc(code.code))
    .limit(1)
  return row?.code ?? null
}
