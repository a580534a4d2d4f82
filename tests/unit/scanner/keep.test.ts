import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { makeVerifyVectors } from '../../../scripts/lib/verify-vectors.ts'
import type { NewRecord } from '../../../site/app/outbox/add-record.ts'
import { StorageFull } from '../../../site/app/outbox/storage.ts'
import { openIndexedScanStore } from '../../../site/app/scanner/keep/indexed-scan-store.ts'
import { memoryScanStore } from '../../../site/app/scanner/keep/memory-scan-store.ts'
import { refreshSources } from '../../../site/app/scanner/keep/refresh-sources.ts'
import type { KeptCheck, ScanStore } from '../../../site/app/scanner/keep/scan-store.ts'
import { handOver } from '../../../site/app/scanner/session/hand-over.ts'
import { openSources } from '../../../site/app/scanner/session/open-sources.ts'
import { completeRef } from '../../../worker/domain/label/ref.ts'
import { mergeRegister } from '../../../worker/domain/scan-register/merge-register.ts'
import {
  batchesOf,
  codesOf,
  openRegister,
} from '../../../worker/domain/scan-register/open-register.ts'
import { packRegister } from '../../../worker/domain/scan-register/pack-register.ts'
import type {
  PackedRegister,
  RegisterAnswer,
  RegisterBatch,
  RegisterCode,
} from '../../../worker/domain/scan-register/scan-register.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { seeded } from '../../support/oracle/seeded.ts'

type Vectors = Awaited<ReturnType<typeof makeVerifyVectors>>

const file = new URL('../../../site/public/verify-vectors.json', import.meta.url)
const { jwks, statusJwks, lists, cases }: Vectors = JSON.parse(readFileSync(file, 'utf8'))
const NOW = Date.parse('2026-06-16T02:00:00Z')
const DAY_MS = 86_400_000
const ANN = 'ann'
const SEED = 20_261_201

const PRODUCTS = ['Xoài cát Hòa Lộc', 'Gạo ST25', 'Chuối già Nam Mỹ', 'Chè shan tuyết']

/** Rows as a province has them: names said again and again, lots and days that differ. */
function madeRows(count: number): { batches: RegisterBatch[]; codes: RegisterCode[] } {
  const random = seeded(SEED)
  const first = toCalendarDate('2026-01-01')
  if (first === null) throw new Error('no date')
  const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const codes: RegisterCode[] = Array.from({ length: Math.ceil(count / 10) }, (_, at) => ({
    code: `VN-AG${at % 2 === 0 ? 'OR' : 'PH'}-${String(at).padStart(4, '0')}`,
    kind: at % 2 === 0 ? 'growing_area' : 'packing_house',
    decisions: [
      ['VNM', 'active', '2025-03-01'],
      ['CHN', 'active', '2025-03-01'],
      ...(random.chance(0.1) ? ([['CHN', 'suspended', '2026-05-20']] as const) : []),
    ],
  }))
  const areas = codes.filter(({ kind }) => kind === 'growing_area').map(({ code }) => code)
  const houses = codes.filter(({ kind }) => kind === 'packing_house').map(({ code }) => code)
  const batches = Array.from({ length: count }, (_, at): RegisterBatch => {
    const packedOn = addDays(first, random.below(160))
    let seven = ''
    for (let i = 0, n = at; i < 7; i++, n = Math.floor(n / 32)) seven += CROCKFORD[n % 32] ?? ''
    return {
      ref: completeRef(seven),
      lot: `XC-${packedOn.replaceAll('-', '')}-${String(at % 97).padStart(2, '0')}`,
      product: `${random.pick(PRODUCTS)} ${random.below(Math.max(1, count / 40))}`,
      producer: `Hợp tác xã nông nghiệp số ${random.below(Math.max(1, count / 60))}`,
      packedOn,
      expiresOn: random.chance(0.8) ? addDays(packedOn, 20) : null,
      areas: [random.pick(areas), ...(random.chance(0.2) ? [random.pick(areas)] : [])],
      house: random.chance(0.9) ? random.pick(houses) : null,
    }
  })
  return { batches, codes }
}

describe('the register on a device', () => {
  it('of 20,000 batches takes under 3 MB as it is kept, and opens in a moment', () => {
    const packed = packRegister(madeRows(20_000))
    const kept = JSON.stringify(packed)
    const bytes = new TextEncoder().encode(kept).length
    process.stderr.write(
      `register of 20,000 batches: ${(bytes / 1e6).toFixed(2)} MB as JSON, ${(gzipSync(kept).length / 1e6).toFixed(2)} MB gzip\n`,
    )
    expect(bytes).toBeLessThan(3_000_000)
    expect(openRegister(packed).size).toBe(20_000)
  })

  it('gives back what was put in, whatever is not known of it', () => {
    const { batches, codes } = madeRows(300)
    const bare = { producer: null, packedOn: null, expiresOn: null, areas: [], house: null }
    const odd = { ...bare, ref: '7K3M9QX1', lot: 'A+/7', product: '' }
    const packed = packRegister({ batches: [...batches, odd], codes })
    expect(batchesOf(packed)).toEqual([...batches, odd])
    expect(codesOf(packed).slice(0, codes.length)).toEqual(codes)
    const opened = openRegister(JSON.parse(JSON.stringify(packed)))
    expect(opened.batch('7K3M9QX1')).toEqual(odd)
    expect([opened.batch('AAAAAAAJ'), opened.code('VN-XX')]).toEqual([null, null])
  })

  it(`after changes is the register as it then is, however often they are told (seed ${SEED})`, () => {
    const { batches, codes } = madeRows(40)
    const subset = fc.uniqueArray(fc.nat(39), { maxLength: 40 })
    const before = { batches: batches.slice(0, 30), codes: codes.slice(0, 3) }
    const sortedOf = (packed: PackedRegister) =>
      batchesOf(packed).toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
    fc.assert(
      fc.property(subset, subset, (changed, gone) => {
        const fresh = changed.map((at) => ({ ...at_(batches, at), product: `mới ${at}` }))
        const out = gone.filter((at) => !changed.includes(at)).map((at) => at_(batches, at).ref)
        const answer = {
          whole: false,
          register: packRegister({ batches: fresh, codes }),
          gone: { batches: out, codes: [] },
        }
        const once = mergeRegister(packRegister(before), answer)
        const expected = new Map(before.batches.map((batch) => [batch.ref, batch]))
        for (const batch of fresh) expected.set(batch.ref, batch)
        for (const ref of out) expected.delete(ref)
        const inOrder = [...expected.values()].toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
        expect(sortedOf(once)).toEqual(inOrder)
        expect(sortedOf(mergeRegister(once, answer))).toEqual(inOrder)
        expect(openRegister(once).code(codes[3]?.code ?? '')).toEqual(codes[3])
      }),
      { seed: SEED, numRuns: 40 },
    )
  })
})

function at_<T>(rows: readonly T[], at: number): T {
  const row = rows[at]
  if (row === undefined) throw new Error(`no row ${at}`)
  return row
}

let stores = 0
const STORES = [
  ['in IndexedDB', () => openIndexedScanStore(`scanner-${++stores}`)],
  ['with the page alone', async () => memoryScanStore()],
] as const

const checkOf = (n: number, given: Partial<KeptCheck> = {}): KeptCheck => ({
  ...{ accountId: ANN, id: `c${String(n).padStart(4, '0')}`, on: '2026-06-16', title: 'Xoài' },
  ...{ serial: n, group: null, isHanded: false },
  body: {
    ...{ scanned: `x${n}`, authenticity: 'genuine', standing: 'clear', mode: 'offline' },
    ...{ listIssuedAt: NOW, checkedAt: NOW + n, place: null, note: null },
  },
  ...given,
})

/** A queue that keeps a record of one id once, as the real one does, and may break off. */
function queue(given: { full?: boolean } = {}) {
  const kept = new Map<string, NewRecord>()
  let breaksAt = Number.POSITIVE_INFINITY
  let ids = 0
  return {
    kept,
    breakAfter: (adds: number) => {
      breaksAt = adds
    },
    newId: () => `g${++ids}`,
    outbox: {
      accountId: ANN,
      add: async (record: NewRecord) => {
        if (given.full === true) return { status: 'full' as const }
        if (!kept.has(record.id ?? '')) kept.set(record.id ?? '', record)
        if (--breaksAt <= 0) throw new Error('the battery was taken out')
        return { status: 'kept' as const, record: {} as never }
      },
    },
  }
}

const scannedIn = (kept: ReadonlyMap<string, NewRecord>) =>
  [...kept.values()].flatMap(({ body }) =>
    typeof body === 'function'
      ? []
      : (body['checks'] as { scanned: string }[]).map(({ scanned }) => scanned),
  )

describe.each(STORES)('checks kept %s', (_, open) => {
  it('go to the queue once each, in records of a day, however often it breaks off', async () => {
    const store = await open()
    const { kept, breakAfter, newId, outbox } = queue()
    for (let n = 0; n < 230; n++) {
      await store.addCheck(checkOf(n, n < 30 ? { on: '2026-06-15' } : {}))
    }
    breakAfter(2)
    await expect(handOver({ store, outbox, newId })).rejects.toThrow('battery')
    breakAfter(Number.POSITIVE_INFINITY)
    await handOver({ store, outbox, newId })
    await handOver({ store, outbox, newId })
    expect(scannedIn(kept)).toHaveLength(230)
    expect(new Set(scannedIn(kept)).size).toBe(230)
    expect([...kept.values()].map(({ happenedOn }) => happenedOn)).toEqual([
      ...['2026-06-15', '2026-06-16', '2026-06-16'],
    ])
    expect((await store.checks(ANN)).every(({ isHanded }) => isHanded)).toBe(true)
  })

  it('are taken back until they go, and no longer', async () => {
    const store = await open()
    const { kept, newId, outbox } = queue()
    await store.addCheck(checkOf(1))
    await store.addCheck(checkOf(2))
    expect(await store.undo(ANN, 'c0002')).toBe(true)
    await handOver({ store, outbox, newId })
    expect(await store.undo(ANN, 'c0001')).toBe(false)
    expect(scannedIn(kept)).toEqual(['x1'])
    expect(await store.checks('ben')).toEqual([])
  })

  it('wait where the device is full, and are forgotten by the day once they went', async () => {
    const store = await open()
    await store.addCheck(checkOf(1))
    const full = queue({ full: true })
    expect(await handOver({ store, outbox: full.outbox, newId: full.newId })).toEqual({
      status: 'full',
    })
    await store.forgetHanded(ANN, null)
    expect(await store.checks(ANN)).toHaveLength(1)
    const { newId, outbox } = queue()
    await handOver({ store, outbox, newId })
    await store.forgetHanded(ANN, '2026-06-16')
    expect(await store.checks(ANN)).toHaveLength(1)
    await store.forgetHanded(ANN, '2026-06-17')
    expect(await store.checks(ANN)).toEqual([])
  })
})

/** The server's documents, as a device fetches them; `over` puts others in their place. */
function server(over: Readonly<Record<string, unknown>> = {}) {
  const asked: string[] = []
  const documents: Record<string, unknown> = {
    '/.well-known/jwks.json': jwks,
    '/.well-known/status-jwks.json': statusJwks,
    '/.well-known/label-status.json': {
      lists: [{ kid: 'A1B', issuedAt: '2026-06-15T02:00:00Z' }],
    },
    '/.well-known/label-status/A1B': lists.current,
    '/app/register': registerAnswer({ whole: true }),
    ...over,
  }
  const fetch_ = (async (path: string) => {
    asked.push(path)
    const document = documents[path] ?? documents[path.split('?')[0] ?? '']
    if (document === undefined) throw new TypeError('no line')
    if (document instanceof Response) return document.clone()
    const body = typeof document === 'string' ? document : JSON.stringify(document)
    return new Response(body)
  }) as typeof fetch
  return { asked, fetch: fetch_ }
}

function registerAnswer(given: Partial<RegisterAnswer>): RegisterAnswer {
  const batch = { ...at_(madeRows(20).batches, 0), ref: '7K3M9QX1', expiresOn: null }
  return {
    ...{ version: 1, asOf: NOW, accountId: ANN, scope: 's', whole: false, isCut: false },
    ...{ hosts: ['goc.example'], issuer: 'Sở', gone: { batches: [], codes: [] } },
    register: packRegister({ batches: [batch], codes: [] }),
    ...given,
  }
}

async function refreshed(store: ScanStore, over: Readonly<Record<string, unknown>> = {}) {
  const { asked, fetch: fetch_ } = server(over)
  const outcome = await refreshSources({
    ...{ store, fetch: fetch_, now: () => NOW, accountId: ANN, wantsRegister: true },
  })
  return { outcome, asked }
}

const judged = async (store: ScanStore, text: string, now = NOW) => {
  const opened = await openSources(await store.sources(ANN), {
    ...{ now: () => now, host: 'goc.example', heardAt: 0 },
  })
  const { authenticity, standing, product } = await opened.judge(text)
  return [authenticity, standing, product !== null]
}

describe('what a device fetches to check labels by', () => {
  const clear = cases[0]?.text ?? ''
  const recalled = cases.find(({ name }) => name === 'recalled batch')?.text ?? ''

  it('lets it answer without a network, with the batch of the register, until the list’s life ends', async () => {
    const store = memoryScanStore()
    expect(await judged(store, clear)).toEqual(['unknown', null, false])
    const { outcome } = await refreshed(store)
    expect(outcome).toEqual({ status: 'done', faults: [], isRegisterRefused: false })
    expect(await judged(store, clear)).toEqual(['genuine', 'clear', true])
    expect(await judged(store, recalled)).toEqual(['genuine', 'stop', false])
    expect(await judged(store, clear, NOW + 7 * DAY_MS)).toEqual(['unknown', null, true])
  })

  it('is asked for again by what changed alone', async () => {
    const store = memoryScanStore()
    await refreshed(store)
    const { asked } = await refreshed(store, {
      '/app/register': registerAnswer({ gone: { batches: ['7K3M9QX1'], codes: [] } }),
    })
    expect(asked).not.toContain('/.well-known/label-status/A1B')
    expect(asked).toContain(`/app/register?since=${NOW}&scope=s`)
    // Gone is stronger than told in the same answer.
    expect(await judged(store, clear)).toEqual(['genuine', 'clear', false])
  })

  it.each([
    ['truncated', lists.truncated, 'malformed'],
    ['wrongly signed', lists.wrongly_signed, 'signature_invalid'],
    ['rolled back', lists.older, 'rolled_back'],
  ])(
    'a list that is %s never takes the place of the kept one, and is told',
    async (_, token, fault) => {
      const store = memoryScanStore()
      await refreshed(store)
      const { outcome } = await refreshed(store, {
        '/.well-known/label-status.json': {
          lists: [{ kid: 'A1B', issuedAt: '2026-06-16T01:00:00Z' }],
        },
        '/.well-known/label-status/A1B': token,
      })
      expect(outcome.faults).toEqual([{ kid: 'A1B', fault }])
      expect(await judged(store, recalled)).toEqual(['genuine', 'stop', false])
    },
  )

  it('stays as it was where the line breaks, another page answers, or somebody else signed in', async () => {
    const store = memoryScanStore()
    await refreshed(store)
    const hotel = new Response('<!doctype html><title>Wi-Fi</title>')
    const cut = await refreshed(store, { '/.well-known/jwks.json': hotel })
    expect(cut.outcome.status).toBe('offline')
    const broken = await refreshed(store, { '/.well-known/status-jwks.json': undefined })
    expect(broken.outcome.status).toBe('offline')
    const bens = registerAnswer({ accountId: 'ben', whole: true })
    const other = await refreshed(store, { '/app/register': bens })
    expect(other.outcome.isRegisterRefused).toBe(true)
    const refused = await refreshed(store, { '/app/register': new Response('', { status: 401 }) })
    expect(refused.outcome.isRegisterRefused).toBe(true)
    expect(await judged(store, clear)).toEqual(['genuine', 'clear', true])
  })

  it('says that the device is full, and keeps what there was room for', async () => {
    const store = memoryScanStore()
    const small: ScanStore = {
      ...store,
      put: async (accountId, part) => {
        if (part.name === 'register') throw new StorageFull()
        await store.put(accountId, part)
      },
    }
    expect((await refreshed(small)).outcome.status).toBe('full')
    expect(await judged(small, clear)).toEqual(['genuine', 'clear', false])
  })
})
