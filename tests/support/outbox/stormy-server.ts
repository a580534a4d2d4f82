import { type Client, createClient } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { textDoor } from '../../../db/text-door.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { memoryFiles } from '../outside.ts'
import { portalApp } from '../portal-app.ts'
import type { Chance } from './chance.ts'

/** How likely each thing is to go wrong, from 0 to 1. */
export type Storm = {
  /** A request that never arrives. */
  readonly lost: number
  /** An answer that never arrives. */
  readonly unheard: number
  /** A request that arrives twice, at the same moment or much later. */
  readonly doubled: number
  /** A round trip to the database that fails, was done without an answer, or takes the server with it. */
  readonly database: number
}

export const CALM: Storm = { lost: 0, unheard: 0, doubled: 0, database: 0 }

/** The real application over a real database, on a line and a machine that fail by chance. */
export type StormyServer = {
  readonly fetch: typeof fetch
  readonly setStorm: (storm: Storm) => void
  readonly signIn: (person: Person) => void
  readonly setClock: (now: number) => void
  /** Requests that were held up somewhere arrive now. */
  readonly deliverLate: () => Promise<void>
  readonly kills: () => number
}

const ORIGIN = 'https://tem.example.vn'

export function stormyServer({
  url,
  chance: given,
}: {
  url: string
  chance: () => Chance
}): StormyServer {
  const client = createClient({ url })
  afterAll(() => client.close())
  // Killed here is the server, never the machine: nothing need reach the disk.
  void client.execute('PRAGMA synchronous = OFF')
  let storm = CALM
  let now = 0
  let person: Person | null = null
  let kills = 0
  const late: (() => Promise<unknown>)[] = []
  /** A process of the server: once killed, it answers nothing and asks nothing. */
  const start = () => {
    let isDead = false
    let die: () => void = () => undefined
    const death = new Promise<never>((_, reject) => {
      die = () => {
        isDead = true
        reject(new TypeError('the server went away'))
      }
    })
    death.catch(() => undefined)
    const never = new Promise<never>(() => undefined)
    const trip = async (work: () => Promise<unknown>): Promise<unknown> => {
      if (isDead) return never
      if (!given().happens(storm.database)) return work()
      const fault = given().of(['refused', 'unheard', 'killed', 'killed after'] as const)
      if (fault === 'refused') throw new TypeError('fetch failed')
      if (fault === 'killed') {
        die()
        return never
      }
      const answer = await work()
      if (fault === 'unheard') throw new TypeError('fetch failed')
      if (fault === 'killed after') {
        die()
        return never
      }
      return answer
    }
    return { db: databaseOver(client, trip), death, isDead: () => isDead }
  }
  let server = start()
  const files = memoryFiles()
  const accounts = () => person
  const { deps } = portalApp(server.db, null, { files })
  const app = portalApp(server.db, null, {
    ...{ files, db: () => server.db, now: () => now },
    accounts: {
      ...deps.accounts,
      signedIn: async () => signedInAs(accounts()),
    },
  })
  const deliver = async (path: string, init: RequestInit): Promise<Response> => {
    if (server.isDead()) {
      kills += 1
      server = start()
    }
    const { death } = server
    const headers = new Headers(init.headers)
    headers.set('sec-fetch-site', 'same-origin')
    const request = { ...init, headers, signal: null }
    const { response } = await Promise.race([app.ask(path, request), death])
    return response
  }
  return {
    fetch: async (input, init = {}) => {
      const path = String(input).replace(ORIGIN, '')
      if (given().happens(storm.doubled)) late.push(() => deliver(path, init))
      if (given().happens(storm.lost)) throw new TypeError('the line broke')
      const twin = given().happens(storm.doubled)
        ? deliver(path, init).catch(() => undefined)
        : undefined
      const response = await deliver(path, init)
      await twin
      if (given().happens(storm.unheard)) throw new TypeError('the line broke')
      return response
    },
    setStorm: (next) => {
      storm = next
    },
    signIn: (next) => {
      person = next
    },
    setClock: (next) => {
      now = next
    },
    deliverLate: async () => {
      for (const each of late.splice(0)) await each().catch(() => undefined)
    },
    kills: () => kills,
  }
}

function signedInAs(person: Person | null) {
  if (person === null) return null
  const session = { sessionId: 'session', signedInAt: 0, unread: 0, organisations: 1, mark: 0 }
  return { person, ...session }
}

function databaseOver(
  client: Client,
  trip: (work: () => Promise<unknown>) => Promise<unknown>,
): Database {
  const stormy = new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>
      if (name !== 'execute' && name !== 'batch') return call
      return (...args: unknown[]) => trip(() => call(...args))
    },
  })
  return drizzle(textDoor(stormy), { casing: 'snake_case' })
}
