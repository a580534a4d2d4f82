import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import type { CodeListState, SaidBefore } from './code-list-state.ts'
import { createRegisterModel, pairKey, siteKey } from './register-model.ts'

/**
 * What a row of a code on record is decided with, apart from the list's: to see whether it says
 * anything new without the list hearing of it. It costs what hangs on that one code, whatever the
 * length of the list.
 */
export function stateOfItsOwn(state: CodeListState, record: CodeRecord): CodeListState {
  const { model } = state
  const own = createRegisterModel()
  const code = model.codes.get(record.code)
  const site = code === undefined ? undefined : model.sites.get(code.siteId)
  if (code === undefined || site === undefined) return { ...state, said: overlay(state.said) }
  const siblings = model.codesBySite.get(site.id) ?? []
  for (const each of siblings) own.codes.set(each.code, each)
  own.codes.set(code.code, code)
  own.codesBySite.set(site.id, siblings)
  own.sites.set(site.id, site)
  own.sitesByKey.set(siteKey(site), site)
  own.crops.set(site.id, new Map(model.crops.get(site.id)))
  const holder = model.organisations.get(site.organisationId)
  if (holder !== undefined) own.organisations.set(holder.id, holder)
  for (const market of record.markets) {
    const key = pairKey(code.id, market)
    const term = model.markets.get(key)
    if (term !== undefined) own.markets.set(key, term)
    own.events.set(key, [...(model.events.get(key) ?? [])])
  }
  if (model.decided.has(code.id)) own.decided.add(code.id)
  return { ...state, model: own, said: overlay(state.said) }
}

/** Hears what was said before, and keeps to itself what is said now. */
function overlay(said: SaidBefore): SaidBefore {
  const news: SaidBefore = new Map()
  return {
    get: (about) => news.get(about) ?? said.get(about),
    set: (about, what) => news.set(about, what),
  }
}
