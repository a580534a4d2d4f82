import { and, desc, eq, gte, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { RecallScope } from '../../worker/domain/recalls/recall-scope.ts'
import { foldVietnamese } from '../../worker/lib/text/fold-vietnamese.ts'
import type { Database } from '../client.ts'
import { batch, diaryEvent, site } from '../schema/index.ts'
import { text } from './fields.ts'
import { pick } from './pick.ts'

/** Diary entries of an organisation's sites that a search for an input looks at, newest first. */
const MAX_ENTRIES = 5_000
/** How long after a treatment goods still count as grown with it. */
const SEASON_DAYS = 400

/** Ids of the batches of an organisation that a recall is about, before what was made of them. */
export async function findRecalled(
  db: Database,
  asked: {
    readonly organisationId: string
    readonly scope: RecallScope
    readonly limit: number
  },
): Promise<string[]> {
  const { organisationId, scope, limit } = asked
  const { fromOn, toOn } = scope
  const rows = await db
    .select({ id: batch.id })
    .from(batch)
    .where(
      and(
        eq(batch.organisationId, organisationId),
        isNull(batch.annulledAt),
        await named(db, { organisationId, scope }),
        fromOn === null ? undefined : gte(batch.packedOn, fromOn),
        toOn === null ? undefined : lte(batch.packedOn, toOn),
      ),
    )
    .limit(limit)
  return rows.map(({ id }) => id)
}

async function named(
  db: Database,
  { organisationId, scope }: { organisationId: string; scope: RecallScope },
): Promise<SQL | undefined> {
  const { by, what } = scope
  switch (by) {
    case 'packed':
      return undefined
    case 'product':
      return eq(batch.productId, what)
    case 'batch':
      return or(eq(batch.lot, what), eq(batch.ref, what.toUpperCase()))
    case 'area':
      return sql`${batch.id} IN (SELECT bc.batch_id FROM batch_code bc
        JOIN code c ON c.id = bc.code_id WHERE c.code = ${what})`
    case 'input':
      return grownWith(await sitesTreatedWith(db, { organisationId, what }))
  }
}

type Treated = { readonly siteId: string; readonly occurredOn: string }

/** Places and days where something was used; folded words, so that spelling with tones is not needed. */
async function sitesTreatedWith(
  db: Database,
  { organisationId, what }: { organisationId: string; what: string },
): Promise<Treated[]> {
  const rows = await db
    .select({
      ...pick(diaryEvent, 'siteId', 'occurredOn', 'summary'),
      details: text(sql`${diaryEvent.details}`),
    })
    .from(site)
    .innerJoin(diaryEvent, eq(diaryEvent.siteId, site.id))
    .where(eq(site.organisationId, organisationId))
    .orderBy(desc(diaryEvent.occurredOn))
    .limit(MAX_ENTRIES)
  const wanted = foldVietnamese(what)
  return rows.filter(({ summary, details }) =>
    foldVietnamese(`${summary} ${details}`).includes(wanted),
  )
}

function grownWith(treated: readonly Treated[]): SQL {
  return sql`${batch.id} IN (SELECT bc.batch_id
    FROM json_each(${JSON.stringify(treated)}) t
    JOIN code c ON c.site_id = t.value ->> 'siteId'
    JOIN batch_code bc ON bc.code_id = c.id
    JOIN batch b ON b.id = bc.batch_id
    WHERE b.packed_on >= t.value ->> 'occurredOn'
      AND b.packed_on <= date(t.value ->> 'occurredOn', ${`+${SEASON_DAYS} days`}))`
}
