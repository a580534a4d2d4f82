import { beforeAll, describe, expect, it } from 'vitest'
import { createVerifier } from '../../../site/public/verify.js'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { offlineOracle } from '../../support/oracle/offline-oracle.ts'
import { decideAtRandom, randomHolder } from '../../support/oracle/random-register.ts'
import { rawEvents } from '../../support/oracle/read-raw.ts'
import { seeded } from '../../support/oracle/seeded.ts'
import { type Json, publicApp } from '../public/support.ts'
import { randomBatches } from './random-batches.ts'

const SEED = 20_261_202
const HOLDERS = 16
const BATCHES_EACH = 10
const MINUTES = 240_000
const HOSTS = ['tem.example.vn']

let db: Awaited<ReturnType<typeof freshDatabase>>['db']
const paths: string[] = []
let earlier: Awaited<ReturnType<typeof published>>

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  const random = seeded(SEED)
  const ctx = makeContext(db)
  for (let at = 0; at < HOLDERS; at++) {
    const holder = await randomHolder(ctx)
    const batches = await randomBatches(db, random, { holder, count: BATCHES_EACH })
    paths.push(...batches.flatMap((batch) => batch.paths))
    for (const { id } of holder.codes) {
      const known = await rawEvents(db, id)
      await decideAtRandom(ctx, random, { codeId: id, known, keepGrants: true })
    }
  }
  // Before anybody asks on a later day: lists never go back.
  earlier = await published('2026-06-15')
}, MINUTES)

const at = (day: string) => Date.parse(`${day}T20:00:00+07:00`)

/** What is published on a day, as anybody fetches it. */
async function published(day: string) {
  const app = publicApp(db, { now: () => at(day) })
  const { lists } = (await app.askJson('/.well-known/label-status.json')).body
  const tokens: string[] = []
  for (const { uri } of lists) {
    tokens.push(await (await app.ask(new URL(uri).pathname)).text())
  }
  const jwks = (await app.askJson('/.well-known/jwks.json')).body
  const statusJwks = (await app.askJson('/.well-known/status-jwks.json')).body
  return { jwks, statusJwks, lists: tokens, hosts: HOSTS }
}

/** The verdict of a scan, in the words of who has no network. */
function without({ authenticity, standing, reasons }: Json, isKeyRevoked: boolean) {
  if (authenticity !== 'genuine' || isKeyRevoked) {
    return { authenticity: 'unknown', standing: 'unknown', notice: false }
  }
  const codes: string[] = reasons.map(({ code }: Json) => code)
  const recalled = codes.some((code) => code.endsWith('_recalled'))
  const stop = recalled ? 'recalled' : 'stop'
  const told = standing === 'stop' ? stop : 'clear_or_notice'
  return { authenticity, standing: told, notice: standing === 'notice' }
}

async function online(day: string) {
  const app = publicApp(db, { now: () => at(day) })
  const headers = { accept: 'application/json' }
  return async (path: string): Promise<Json> => (await app.askJson(path, { headers })).body
}

describe.each(['2026-06-15', '2026-06-17'])(
  `labels without a network on %s (seed ${SEED})`,
  (day) => {
    it('are answered as online, by the verifier and by a second one', {
      timeout: MINUTES,
    }, async () => {
      const given = await published(day)
      const verifier = await createVerifier({ ...given, now: () => at(day) })
      expect(verifier.faults).toEqual([])
      const ask = await online(day)
      const revoked = new Set(given.jwks.revoked.map(({ kid }: Json) => kid))
      const seen = new Map<string, number>()
      for (const path of paths) {
        const wanted = without(await ask(path), revoked.has(path.slice(1, 4)))
        const text = `HTTPS://TEM.EXAMPLE.VN${path}`
        const { authenticity, standing, notice } = await verifier.verify(text)
        expect({ path, authenticity, standing, notice }).toEqual({ path, ...wanted })
        const second = offlineOracle(text, { ...given, now: at(day) })
        expect({ path, ...second, notice }).toEqual({ path, ...wanted })
        const key = `${standing} ${notice}`
        seen.set(key, (seen.get(key) ?? 0) + 1)
      }
      const kinds = [
        'clear_or_notice false',
        'clear_or_notice true',
        'stop false',
        'recalled false',
      ]
      const seldom = [...kinds, 'unknown false'].filter((kind) => (seen.get(kind) ?? 0) < 3)
      expect(seldom).toEqual([])
    })
  },
)

describe(`lists of two days before (seed ${SEED})`, () => {
  it('say what is so today, or that they do not know', { timeout: MINUTES }, async () => {
    const verifier = await createVerifier({ ...earlier, now: () => at('2026-06-17') })
    const ask = await online('2026-06-17')
    const revoked = new Set(earlier.jwks.revoked.map(({ kid }: Json) => kid))
    let outdated = 0
    for (const path of paths) {
      const wanted = without(await ask(path), revoked.has(path.slice(1, 4)))
      const { authenticity, standing, notice, reason } = await verifier.verify(path)
      if (reason === 'status_outdated') outdated += 1
      else expect({ path, authenticity, standing, notice }).toEqual({ path, ...wanted })
    }
    expect(outdated).toBeGreaterThan(10)
    expect(outdated).toBeLessThan(paths.length / 2)
  })
})
