import type { RegisterOrganisation } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { REPORT_COLUMNS } from '../../copy/reports/columns.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import { holderKey } from '../../domain/lists/records/holder-key.ts'
import type { ImportedRecord, RowIssue } from '../../domain/lists/records/import-result.ts'
import {
  type NearAnswer,
  type NearAnswers,
  type NearQuestion,
  nearAnswer,
} from '../../domain/lists/records/near-answers.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { rowIssue } from '../imports/planned-row.ts'

/** What the register had before the list that its names may mean, and what was answered. */
export type NearKnown = {
  readonly answers: NearAnswers
  /** By {@link holderKey}; without those the list itself adds. */
  readonly holders: ReadonlyMap<string, readonly RegisterOrganisation[]>
  readonly codes: ReadonlySet<string>
}

/** The holder a row names beside the one on record it may be, and what was answered. */
export type NearHolder = {
  readonly holder: RegisterOrganisation
  readonly question: NearQuestion
  readonly answer: NearAnswer | null
}

/** Holders on record, here or nowhere yet, whose names spell out as the row's does. */
export function nearHolders(
  { answers, holders }: NearKnown,
  named: { readonly holderName: string; readonly province: string },
  provinceCode: string | null,
): NearHolder[] {
  const folded = foldVietnamese(named.holderName)
  const alike = holders.get(holderKey(named.holderName)) ?? []
  return alike.flatMap((holder) => {
    if (holder.nameFolded === folded || !isHere(holder, named.province, provinceCode)) return []
    const question = holderQuestion(named.holderName, holder)
    return [{ holder, question, answer: nearAnswer(answers, 'similar_holder', question) }]
  })
}

/** Asks about a holder. */
export function askHolder(
  imported: ImportedRecord<CodeRecord>,
  { holder, question }: NearHolder,
): RowIssue {
  const { holderName: value } = imported.record
  const field = { column: REPORT_COLUMNS.holder, value, id: 'holderName' }
  const reason = fill(CODE_REPORT.askHolder, { typed: value, known: holder.name })
  return { ...rowIssue(imported, { ...field, kind: 'similar_holder' }, reason), question }
}

/** Asks about a code that the register has under another spelling; null where there is nothing to ask. */
export function askCode(near: NearKnown, imported: ImportedRecord<CodeRecord>): RowIssue | null {
  const { code: known, printedCode } = imported.record
  const typed = normaliseCode(printedCode)
  if (!near.codes.has(known) || (typed.ok && typed.code === known)) return null
  const question = codeQuestion(printedCode, known)
  if (nearAnswer(near.answers, 'similar_code', question) !== null) return null
  const field = { column: REPORT_COLUMNS.code, value: printedCode, id: 'code' }
  const reason = fill(CODE_REPORT.askCode, { typed: printedCode, known })
  return { ...rowIssue(imported, { ...field, kind: 'similar_code' }, reason), question }
}

export function codeQuestion(typed: string, known: string): NearQuestion {
  return { key: `${known}~${typed}`, typed, known }
}

function holderQuestion(typed: string, { id, name }: RegisterOrganisation): NearQuestion {
  return { key: `${id}~${foldVietnamese(typed)}`, typed, known: name }
}

/** By code where both are known, else by what the provinces are called. */
function isHere(
  holder: RegisterOrganisation,
  province: string,
  provinceCode: string | null,
): boolean {
  if (holder.provinceCode !== null && provinceCode !== null) {
    return holder.provinceCode === provinceCode
  }
  if (holder.provinceName === null) return true
  return bareProvince(holder.provinceName) === bareProvince(province)
}

function bareProvince(name: string): string {
  return foldVietnamese(name).replace(/^(?:tinh|thanh pho|tp\.?)\s+/, '')
}
