import type { FactsCache, Fresh } from '../../platform/facts-cache.ts'
import { MAX_AGE_MS } from '../scan/max-age.ts'
import type { PublicReadDeps } from './public-find-code.ts'
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
  const now = deps.now()
  if (!isCommon(query)) return { value: await load(), readAt: now, stale: false }
  const { kind, status, market, limit } = query
  return keep(deps.cache, {
    key: `register:${[kind, status, market, limit].join(':')}`,
    ...{ now, load, waitUntil: deps.waitUntil },
  })
}

function isCommon({ q, crop, unit, cursor }: Omit<PublicCodeQuery, 'bounds'>): boolean {
  return q === null && crop === null && unit === null && cursor === null
}

function keep(
  cache: FactsCache,
  request: {
    key: string
    now: number
    load: () => Promise<RegisterPage>
    waitUntil: (work: Promise<unknown>) => void
  },
): Promise<Fresh<RegisterPage>> {
  return cache.read<RegisterPage>({
    ...request,
    maxAgeMs: MAX_AGE_MS,
    sizeOf: (page) => 64 + 2 * JSON.stringify(page).length,
    travel: { pack: (page) => page, unpack: (packed) => packed as RegisterPage },
  })
}
