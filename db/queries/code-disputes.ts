import { desc, eq, type SQL, sql } from 'drizzle-orm'
import type { CaseKind } from '../../worker/domain/cases/kinds.ts'
import type { Database } from '../client.ts'
import {
  batch,
  caseFile,
  caseSubject,
  code,
  codeDispute,
  codeUse,
  organisation,
  product,
  site,
} from '../schema/index.ts'
import { among } from './among.ts'
import { maybe, type RowOf } from './fields.ts'
import { firstOf } from './first-of.ts'
import { pick } from './pick.ts'
import { isBefore } from './place-in-list.ts'
import { insertPartOf } from './row-statements.ts'
import { rowsOf } from './rows-of.ts'

const USE = {
  ...pick(codeUse, 'batchId', 'codeId', 'holderId', 'packerId', 'quantityKg', 'packedOn'),
  ...pick(codeUse, 'sealedAt', 'annulledAt', 'entitlement'),
  code: code.code,
  siteName: site.name,
  ...pick(site, 'provinceCode', 'communeCode'),
  ref: batch.ref,
  lot: batch.lot,
  productName: product.name,
  packerName: organisation.name,
  disputedAt: maybe(codeDispute.disputedAt),
  caseState: maybe(caseFile.state),
}

/** A use of a code as its holder reads it: the state of a dispute, and nothing else of its case. */
export type OwnUse = RowOf<typeof USE>

const JOINED = sql`JOIN code ON code.id = code_use.code_id JOIN site ON site.id = code_use.site_id
  JOIN batch ON batch.id = code_use.batch_id JOIN product ON product.id = batch.product_id
  JOIN organisation ON organisation.id = code_use.packer_id
  LEFT JOIN code_dispute ON code_dispute.batch_id = code_use.batch_id
    AND code_dispute.code_id = code_use.code_id
  LEFT JOIN case_file ON case_file.id = code_dispute.case_id`

export type UseKey = {
  readonly sealedAt: number
  readonly batchId: string
  readonly codeId: string
}

/** Uses of an organisation's codes, newest first; those by others alone where so asked. */
export function listOwnUses(
  db: Database,
  asked: {
    readonly holderId: string
    readonly byOthers: boolean
    readonly after: UseKey | null
    readonly limit: number
  },
): Promise<OwnUse[]> {
  return rowsOf(db, USE, ownUsesSource(asked))
}

export function ownUsesSource(asked: Parameters<typeof listOwnUses>[1]): SQL {
  const { holderId, byOthers, after, limit } = asked
  const older = isBefore('code_use', ['sealedAt', 'batchId', 'codeId'], after)
  const others = byOthers ? sql`code_use.packer_id <> ${holderId}` : sql`true`
  return sql`code_use ${JOINED} WHERE code_use.holder_id = ${holderId} AND ${others} AND ${older}
    ORDER BY code_use.sealed_at DESC, code_use.batch_id DESC, code_use.code_id DESC LIMIT ${limit}`
}

/** One use of a code by REF and code, of whoever held it then. */
export function readUse(
  db: Database,
  named: { readonly ref: string; readonly code: string },
): Promise<OwnUse | null> {
  const isIt = sql`batch.ref = ${named.ref} AND code.code = ${named.code}`
  return firstOf(rowsOf(db, USE, sql`code_use ${JOINED} WHERE ${isIt} LIMIT 1`))
}

const KINDS: readonly CaseKind[] = ['dispute', 'borrowed_code', 'fraud']

/** The newest case about a code that is still open and of its kind; null for none. */
export function readOpenCaseAbout(
  db: Database,
  codeId: string,
): Promise<{ readonly id: string } | null> {
  return firstOf(
    db
      .select({ id: caseFile.id })
      .from(caseSubject)
      .innerJoin(caseFile, eq(caseFile.id, caseSubject.caseId))
      .where(isOpenAbout(codeId))
      .orderBy(desc(caseFile.openedAt))
      .limit(1),
  )
}

/** Holds while there is none. */
export function hasNoOpenCase(codeId: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM case_subject JOIN case_file ON case_file.id = case_subject.case_id
    WHERE ${isOpenAbout(codeId)})`
}

function isOpenAbout(codeId: string): SQL {
  return sql`${caseSubject.kind} = 'code' AND ${caseSubject.entityId} = ${codeId}
    AND ${caseFile.state} <> 'closed' AND ${caseFile.kind} IN ${among(KINDS)}`
}

export const insertDispute = insertPartOf(codeDispute)
