import type { Fresh } from '../../platform/facts-cache.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'
import { findInRegister, type PublicCodeQuery, type RegisterPage } from './public-list-codes.ts'

/**
 * A page of the public register at most 30 seconds old. Only what is not typed freely is kept: what
 * strangers type is endless, and would push batches that are scanned out of the cache.
 */
export async function freshRegister(
  deps: PublicReadDeps,
  input: { query: Omit<PublicCodeQuery, 'bounds'>; today: string },
): Promise<Fresh<RegisterPage>> {
  const { query, today } = input
  const load = () => findInRegister({ db: deps.db(), query, today })
  if (!isCommon(query)) {
    const readAt = deps.now()
    return { value: await load(), readAt, stale: false }
  }
  const { kind, status, market, limit } = query
  return readFresh(deps, { key: `register:${[kind, status, market, limit].join(':')}`, load })
}

function isCommon({ q, crop, unit, cursor }: Omit<PublicCodeQuery, 'bounds'>): boolean {
  return q === null && crop === null && unit === null && cursor === null
}
