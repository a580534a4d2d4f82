import type { RegisterCode } from '../../../db/queries/code-register.ts'
import { fill } from '../../copy/fill.ts'
import { CODE_REPORT } from '../../copy/reports/codes.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { withoutUndone } from '../../domain/decisions/history.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import { type CodeListState, firstSaid, type Warn } from './code-list-state.ts'
import { type CodeWrite, noteUpdate } from './code-write.ts'
import { pairKey, putCode } from './register-model.ts'

/** Adds the code, or fills in what the register did not know of it; links it to the one it replaced. */
export function writeCode(
  state: CodeListState,
  input: { record: CodeRecord; siteId: string; write: CodeWrite; warn: Warn },
): RegisterCode {
  const { record, siteId, write, warn } = input
  const { model } = state
  const before = model.codes.get(record.code)
  // What was taken back before anybody used it tells nothing: the row is believed again.
  const known = before === undefined || isFree(before) ? undefined : before
  const granted = tellsOfGrant(state, record, known)
  const siblings = model.codesBySite.get(siteId) ?? []
  const older = siblings.find(({ code }) => code === record.legacyCode)
  const said = firstSaid(state, `${record.code}\nexternalId`, record.externalId)
  const code: RegisterCode = {
    id: before?.id ?? state.newId(),
    code: record.code,
    searchKey: codeSearchKey(record.code),
    siteId,
    scheme: before?.scheme ?? record.schemeId ?? 'unknown',
    legacyCode: known?.legacyCode ?? record.legacyCode,
    supersedesId: known?.supersedesId ?? older?.id ?? null,
    issuedOn: known?.issuedOn ?? (granted ? record.effectiveOn : null),
    documentNo: known?.documentNo ?? (granted ? record.documentNo : null),
    externalId: said ?? known?.externalId ?? null,
    withdrawnAt: null,
    isUsed: false,
  }
  if (before === undefined) {
    write.codes.push(code)
    const made = { code: code.code, siteId }
    write.changes.push({ entity: 'code', entityId: code.id, before: null, after: made })
  } else updateCode(write, before, code)
  if (before !== undefined && before.withdrawnAt !== null) {
    warn('code_back', fill(CODE_REPORT.codeBack, { code: code.code }))
  }
  putCode(model, code)
  if (before === undefined) linkNewer(state, { code, siblings, write })
  return code
}

/**
 * True for a row whose day and document are those of the grant. A row of a decision that is on record,
 * or that comes after one, tells of that decision: a suspension's document is no basis of the code.
 */
function tellsOfGrant(
  state: CodeListState,
  record: CodeRecord,
  known: RegisterCode | undefined,
): boolean {
  const { status, effectiveOn, markets } = record
  if (status === null) return true
  if (status !== 'active') return false
  if (known === undefined) return true
  return markets.every((market) => {
    const events = withoutUndone(state.model.events.get(pairKey(known.id, market)) ?? [])
    return events.every((event) => event.effectiveOn > effectiveOn)
  })
}

function updateCode(write: CodeWrite, before: RegisterCode, after: RegisterCode): void {
  const { isUsed: _before, ...was } = before
  const { isUsed: _after, ...is } = after
  const isSame = (Object.keys(is) as (keyof typeof is)[]).every((key) => is[key] === was[key])
  if (isSame) return
  write.codeUpdates.push(after)
  noteUpdate(write, { entity: 'code', before: was, after: is })
}

/** Codes of the site that name this one as the older take it as the one they replaced. */
function linkNewer(
  state: CodeListState,
  input: { code: RegisterCode; siblings: readonly RegisterCode[]; write: CodeWrite },
): void {
  const { code, siblings, write } = input
  for (const newer of siblings) {
    if (newer.legacyCode !== code.code || newer.supersedesId !== null) continue
    const linked = { ...newer, supersedesId: code.id }
    putCode(state.model, linked)
    updateCode(write, newer, linked)
  }
}

/** A code that was taken back before anything was declared under it may be granted elsewhere. */
export function isFree(code: RegisterCode): boolean {
  return code.withdrawnAt !== null && !code.isUsed
}
