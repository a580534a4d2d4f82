import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/client.ts'
import { administrativeUnit } from '../../../db/schema/index.ts'
import { foldVietnamese } from '../../../worker/lib/text/fold-vietnamese.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import {
  applySuccession,
  type SuccessionReport,
} from '../../../worker/verbs/units/apply-succession.ts'

export type DecreeRow = {
  readonly old: readonly [code: string, name: string]
  readonly to: readonly [code: string, name: string]
  readonly province?: string
  readonly on: string
}

const HEADING = 'mã cũ;tên cũ;cấp;mã mới;tên mới;mã tỉnh mới;ngày hiệu lực;văn bản'

/** A list as an operator types it from a decree. */
export function decree(rows: readonly DecreeRow[]): string {
  const lines = rows.map(({ old, to, province, on }) => {
    const level = old[0].length === 2 ? 'tỉnh' : 'xã'
    const day = on.split('-').reverse().join('/')
    return [...old, level, ...to, province ?? '', day, '16/NQ-UBTVQH'].join(';')
  })
  return [HEADING, ...lines].join('\n')
}

/** Reads a list in; it must be a list at all. */
export async function merge(
  ctx: VerbContext,
  rows: readonly DecreeRow[],
  given: { dryRun?: boolean } = {},
): Promise<SuccessionReport> {
  const bytes = new TextEncoder().encode(decree(rows))
  const input = { bytes, fileName: 'sap-nhap.csv', dryRun: given.dryRun ?? false }
  const outcome = await applySuccession({ ctx, input })
  if (!outcome.ok) throw new Error(outcome.problem.message)
  return outcome.report
}

export type Unit = readonly [code: string, name: string, province?: string]

/** Units in force since July 2025. */
export async function makeUnits(db: Database, units: readonly Unit[]): Promise<void> {
  await db.insert(administrativeUnit).values(
    units.map(([code, name, province]) => ({
      ...{ code, name, nameFolded: foldVietnamese(name), parentCode: province ?? null },
      level: province === undefined ? ('province' as const) : ('commune' as const),
      validFrom: '2025-07-01',
    })),
  )
}

const TABLES = [
  ...['administrative_unit', 'administrative_succession', 'administrative_boundary', 'site'],
  ...['organisation', 'member', 'invitation', 'audit_log', 'notification', 'code'],
  ...['register_entry', 'batch_document', 'mail_outbox'],
]

/** Every row that a list of units may have to do with. */
export async function everything(db: Database): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const table of TABLES) {
    all[table] = await db.all(sql`SELECT * FROM ${sql.raw(table)} ORDER BY rowid`)
  }
  return all
}
