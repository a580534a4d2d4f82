import type { Database } from '../client.ts'
import type { RegisterEvent } from './code-register.ts'
import { registerStatements } from './code-register-writes.ts'
import type { Statement } from './run-batch.ts'

const NOTHING = {
  organisations: [],
  sites: [],
  siteUpdates: [],
  crops: [],
  codes: [],
  codeUpdates: [],
  markets: [],
  events: [],
  searchReplaced: [],
  search: [],
}

/** Records one decision on a code, adding the market where the code was not in it before. */
export function decisionStatements(
  db: Database,
  input: { readonly event: RegisterEvent; readonly isNewMarket: boolean; readonly actor: string },
): Statement[] {
  const { event, isNewMarket, actor } = input
  const { codeId, market } = event
  const markets = isNewMarket ? [{ codeId, market, validTo: null }] : []
  const marks = { at: event.recordedAt, actor, importId: null }
  return registerStatements(db, { ...NOTHING, markets, events: [event] }, marks)
}
