import { type SQL, sql } from 'drizzle-orm'
import type { Bounds } from '../../worker/domain/access/bounds.ts'
import type { Matter, MatterRow } from '../../worker/domain/access/matters.ts'
import type { Database } from '../client.ts'
import { CODE_MATTERS, codeMatters, type MatterQuestion, matterRows } from './home-matters.ts'
import { withinBounds } from './within-bounds.ts'

/** Counting stops here; more is told as "more than". */
export const MAX_COUNTED = 200

export type MatterCount = { readonly matter: Matter; readonly rows: number }

/** How many rows each matter has (at most `MAX_COUNTED` + 1), in one statement. */
export async function countMatters(
  db: Database,
  input: { matters: readonly Matter[]; question: MatterQuestion },
): Promise<MatterCount[]> {
  const { matters } = input
  if (matters.length === 0) return []
  const [row] = await db.all<Record<string, number>>(countMattersQuery(input))
  return matters.map((matter) => ({ matter, rows: row?.[matter] ?? 0 }))
}

export function countMattersQuery(input: {
  matters: readonly Matter[]
  question: MatterQuestion
}): SQL {
  const { matters, question } = input
  const counts = matters.map(
    (matter) =>
      sql`(SELECT count(*) FROM (${matterRows(matter, question)} LIMIT ${MAX_COUNTED + 1}))
        AS ${sql.identifier(matter)}`,
  )
  const codes = matters.some((matter) => CODE_MATTERS.has(matter))
  return sql`${codes ? sql`WITH ${codeMatters(question)}` : sql``}
    SELECT ${sql.join(counts, sql`, `)}`
}

/** Rows of one matter in order, from after a place in it. */
export function listMatter(
  db: Database,
  input: {
    matter: Matter
    question: MatterQuestion
    after: { sort: string; id: string } | null
    limit: number
  },
): Promise<MatterRow[]> {
  const { matter, question, limit } = input
  const after = input.after ?? { sort: '', id: '' }
  return db.all<MatterRow>(sql`
    ${CODE_MATTERS.has(matter) ? sql`WITH ${codeMatters(question)}` : sql``}
    SELECT * FROM (${matterRows(matter, question)})
    WHERE (sort, id) > (${after.sort}, ${after.id}) ORDER BY sort, id LIMIT ${limit}`)
}

export type ChangeRow = {
  readonly id: string
  readonly code: string
  readonly siteName: string
  readonly place: string | null
  readonly market: string
  readonly status: string
  readonly effectiveOn: string
  readonly documentNo: string | null
}

const MAX_CHANGES_EXAMINED = 5_000

/** The newest decisions on codes within the scope, as recorded; corrected ones give way to their correction. */
export function newestChanges(
  db: Database,
  input: { scope: Bounds; limit: number },
): Promise<ChangeRow[]> {
  const { scope, limit } = input
  const where = withinBounds(scope, 's')
  return db.all<ChangeRow>(sql`
    SELECT e.id, c.code, s.name AS siteName, s.commune_name AS place, e.market, e.status,
      e.effective_on AS effectiveOn, e.document_no AS documentNo
    FROM (SELECT * FROM counted_decision ORDER BY recorded_at DESC, id DESC
      LIMIT ${MAX_CHANGES_EXAMINED}) e
    JOIN code c ON c.id = e.code_id JOIN site s ON s.id = c.site_id
    WHERE ${where}
    ORDER BY e.recorded_at DESC, e.id DESC LIMIT ${limit}`)
}

/** Whether the scope holds any site at all, and whether there is any organisation beside the asker's own. */
export async function isRegisterEmpty(
  db: Database,
  input: { scope: Bounds; organisationId: string },
): Promise<{ sites: boolean; others: boolean }> {
  const { scope, organisationId } = input
  const where = withinBounds(scope, null)
  const [row] = await db.all<{ sites: number; others: number }>(sql`SELECT
    EXISTS (SELECT 1 FROM site WHERE ${where} AND withdrawn_at IS NULL) AS sites,
    EXISTS (SELECT 1 FROM organisation WHERE id <> ${organisationId}) AS others`)
  return { sites: row?.sites === 1, others: row?.others === 1 }
}
