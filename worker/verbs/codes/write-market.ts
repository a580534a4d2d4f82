import type { RegisterCode } from '../../../db/queries/code-register.ts'
import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import { type CodeListState, firstSaid } from './code-list-state.ts'
import type { CodeWrite } from './code-write.ts'
import { pairKey } from './register-model.ts'

/** Adds the market or its new term; true when the code was not in that market before. */
export function writeMarket(
  state: CodeListState,
  input: {
    record: CodeRecord
    code: RegisterCode
    market: string
    /** True where the row's term was refused. */
    keepsTerm: boolean
    write: CodeWrite
  },
): boolean {
  const { record, code, market, keepsTerm, write } = input
  const key = pairKey(code.id, market)
  const known = state.model.markets.get(key)
  const validTo = (keepsTerm ? null : record.validTo) ?? known?.validTo ?? null
  const said = firstSaid(state, `${key}\nexternalId`, record.marketExternalId)
  const externalId = said ?? known?.externalId ?? null
  if (known !== undefined && known.validTo === validTo && known.externalId === externalId) {
    return false
  }
  const before =
    known === undefined ? null : { validTo: known.validTo, externalId: known.externalId }
  const after = { market, validTo, externalId }
  write.changes.push({ entity: 'code_market', entityId: code.id, before, after })
  const row = { codeId: code.id, market, validTo, externalId }
  state.model.markets.set(key, row)
  write.markets.push(row)
  return known === undefined
}
