import { type Client, createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll } from 'vitest'
import type { Database } from '../../db/client.ts'

/**
 * What happens at one round trip to the database. `refused`: nothing was done and an error came.
 * `unheard`: it was done and the answer got lost. `killed` and `killed_after`: the process is gone
 * before or after it, so that neither this nor anything later is ever answered.
 */
export type Fault = 'refused' | 'unheard' | 'killed' | 'killed_after'

export type FaultyDatabase = {
  readonly db: Database
  /** Round trips so far, the one with the fault included. */
  readonly trips: () => number
  /** Settles when the process is gone. */
  readonly gone: Promise<void>
  readonly close: () => void
}

/** A connection of its own whose `at`th round trip (from 1) meets a fault; 0 for none. */
export function faultyDatabase(
  url: string,
  given: { readonly at: number; readonly fault: Fault },
): FaultyDatabase {
  const client = createClient({ url })
  afterAll(() => client.close())
  let trips = 0
  let isGone = false
  let leave: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    leave = resolve
  })
  const never = () => {
    isGone = true
    leave()
    return new Promise<never>(() => undefined)
  }
  const trip = async (work: () => Promise<unknown>): Promise<unknown> => {
    if (isGone) return never()
    trips += 1
    if (trips !== given.at) return work()
    if (given.fault === 'killed') return never()
    if (given.fault === 'refused') throw new TypeError('fetch failed')
    await work()
    if (given.fault === 'killed_after') return never()
    throw new TypeError('fetch failed')
  }
  const faulty = new Proxy(client, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property)
      if (typeof value !== 'function') return value
      const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>
      if (property !== 'execute' && property !== 'batch') return call
      return (...args: unknown[]) => trip(() => call(...args))
    },
  })
  const db: Database = drizzle(faulty as Client, { casing: 'snake_case' })
  return { db, trips: () => trips, gone, close: () => client.close() }
}
