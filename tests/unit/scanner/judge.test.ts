import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { makeVerifyVectors } from '../../../scripts/lib/verify-vectors.ts'
import { inFrame, NOTHING_YET, step } from '../../../site/app/scanner/judge/in-frame.ts'
import {
  type OfflineFacts,
  type OfflineVerdict,
  offlineVerdict,
} from '../../../site/app/scanner/judge/offline-verdict.ts'
import { scannedText } from '../../../site/app/scanner/judge/scanned-text.ts'
import { shownOffline } from '../../../site/app/scanner/judge/shown-label.ts'
import { acceptList } from '../../../site/app/scanner/keep/accept-list.ts'
import type { Answer } from '../../../site/public/verify.js'
import { OFFLINE_REASONS } from '../../../worker/copy/app/scan-offline.ts'
import { openRegister } from '../../../worker/domain/scan-register/open-register.ts'
import { packRegister } from '../../../worker/domain/scan-register/pack-register.ts'
import type { RegisterBatch } from '../../../worker/domain/scan-register/scan-register.ts'

type Vectors = Awaited<ReturnType<typeof makeVerifyVectors>>

const file = new URL('../../../site/public/verify-vectors.json', import.meta.url)
const { jwks, statusJwks, lists, cases }: Vectors = JSON.parse(readFileSync(file, 'utf8'))
const LABEL = cases[0]?.text ?? ''

const NOW = Date.parse('2026-06-16T02:00:00Z')
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const LIST = { issuedAt: NOW - DAY_MS, expiresAt: NOW + 6 * DAY_MS }
const BATCH: RegisterBatch = {
  ...{ ref: '7K3M9QX1', lot: 'L1', product: 'Xoài', producer: 'HTX', house: null },
  ...{ packedOn: '2026-06-10', expiresOn: '2026-06-16', areas: ['VN-AGOR-0012'] },
}

const genuine = (given: Partial<Answer> = {}): Answer => ({
  ...{ authenticity: 'genuine', standing: 'clear_or_notice', reason: null, notice: false },
  ...{ label: null, asOf: new Date(LIST.issuedAt).toISOString() },
  ...given,
})
const unknown = (reason: Answer['reason']) =>
  genuine({ authenticity: 'unknown', standing: 'unknown', reason })

function verdict(given: Partial<OfflineFacts> = {}, now = NOW): OfflineVerdict {
  const register = { asOf: LIST.issuedAt, batch: BATCH }
  const facts = { answer: genuine(), list: LIST, register, heardAt: LIST.issuedAt, hasKeys: true }
  return offlineVerdict({ ...facts, ...given }, now)
}

const short = ({ authenticity, standing, reason }: OfflineVerdict) => [
  authenticity,
  standing,
  reason,
]

describe('without a network a label', () => {
  it.each([
    ['clear', genuine(), ['genuine', 'clear', null]],
    ['to know', genuine({ notice: true }), ['genuine', 'notice', 'something_to_know']],
    ['stopped', genuine({ standing: 'stop', reason: 'stop' }), ['genuine', 'stop', 'stopped']],
    [
      'recalled',
      genuine({ standing: 'recalled', reason: 'recalled' }),
      ['genuine', 'stop', 'recalled'],
    ],
    ['of an odd status', genuine({ standing: 'unknown' }), ['unknown', null, 'status_unreadable']],
    ['of no status', genuine({ standing: null }), ['unknown', null, 'status_unreadable']],
    ['of no batch known', unknown('batch_unknown'), ['unknown', null, 'batch_unknown']],
    ['never issued', unknown('serial_not_issued'), ['unknown', null, 'serial_not_issued']],
    ['of another day', unknown('status_outdated'), ['unknown', null, 'status_outdated']],
    ['of another host', unknown('foreign_host'), ['unknown', null, 'foreign_host']],
    ['of a revoked key', unknown('key_revoked'), ['unknown', null, 'key_revoked']],
  ] as const)('%s is what its list says, while the list lives', (_, answer, expected) => {
    expect(short(verdict({ answer }))).toEqual(expected)
    // Once the list has run out nobody knows, whatever it said.
    const late = verdict({ answer }, LIST.expiresAt)
    expect(short(late)).toEqual(['unknown', null, 'list_expired'])
    expect(late.unknownSince).toBe(LIST.expiresAt)
  })

  it('forged or damaged is that at any time, and has no standing', () => {
    const forged = genuine({ authenticity: 'forged', standing: null, reason: 'signature_invalid' })
    const damaged = genuine({ authenticity: 'malformed', standing: null, reason: 'malformed' })
    for (const now of [0, NOW, LIST.expiresAt, NOW + 365 * DAY_MS]) {
      expect(short(verdict({ answer: forged }, now))).toEqual(['forged', null, 'signature_invalid'])
      expect(short(verdict({ answer: damaged }, now))).toEqual(['malformed', null, 'malformed'])
    }
  })

  it('is unknown without keys, without its list, and by a clock that cannot be right', () => {
    const reasonAt = (given: Partial<OfflineFacts>, now = NOW) => {
      const found = verdict(given, now)
      expect([found.authenticity, found.standing]).toEqual(['unknown', null])
      return found.reason
    }
    expect(reasonAt({ hasKeys: false })).toBe('no_keys')
    expect(reasonAt({ list: null })).toBe('list_missing')
    expect(reasonAt({ answer: unknown('list_missing'), list: null })).toBe('list_missing')
    // Behind the list itself, and behind what the server is known to have reached.
    expect(reasonAt({ heardAt: 0 }, LIST.issuedAt - 11 * MINUTE_MS)).toBe('clock_behind_list')
    expect(reasonAt({ heardAt: NOW + 11 * MINUTE_MS })).toBe('clock_wrong')
    // Two clocks never agree to the second.
    expect(short(verdict({ heardAt: NOW + 9 * MINUTE_MS }))).toEqual(['genuine', 'clear', null])
    expect(reasonAt({}, Number.NaN)).toBe('list_expired')
  })

  it('is never better by the register, and worse where its day is over', () => {
    const late = { ...BATCH, expiresOn: '2026-06-15' }
    const register = { asOf: NOW, batch: late }
    expect(short(verdict({ register }))).toEqual(['genuine', 'stop', 'expired'])
    const stopped = genuine({ standing: 'stop', reason: 'stop' })
    expect(verdict({ answer: stopped }).standing).toBe('stop')
    expect(short(verdict({ register: null }))).toEqual(['genuine', 'clear', null])
    expect(short(verdict({ register: { asOf: NOW, batch: null } }))).toEqual([
      ...['genuine', 'clear', null],
    ])
  })

  it('says how old the register is that tells of its batch', () => {
    const at = (asOf: number) => verdict({ register: { asOf, batch: BATCH } })
    expect(at(NOW - 6 * DAY_MS)).toMatchObject({ isRegisterOld: false, batch: BATCH })
    expect(at(NOW - 7 * DAY_MS)).toMatchObject({ isRegisterOld: true, batch: BATCH })
    expect(verdict().registerAsOf).toBe(LIST.issuedAt)
  })

  it('is told with a reason that has words, whatever the reason', () => {
    const reasons = [
      ...['malformed', 'foreign_host', 'key_revoked', 'key_unknown', 'signature_invalid'],
      ...['list_missing', 'list_expired', 'clock_behind_list', 'batch_unknown', 'status_outdated'],
      ...['serial_not_issued', 'status_unreadable', 'something_to_know', 'stopped', 'recalled'],
      ...['expired', 'no_keys', 'clock_wrong'],
    ]
    expect(Object.keys(OFFLINE_REASONS).sort()).toEqual(reasons.sort())
  })
})

describe('what is shown of a label without a network', () => {
  const batch = { ...BATCH, house: 'VN-AGPH-003' }
  const register = openRegister(
    packRegister({
      batches: [batch],
      codes: [
        {
          ...{ code: 'VN-AGOR-0012', kind: 'growing_area' },
          decisions: [
            ['CHN', 'active', '2025-01-01'],
            ['CHN', 'suspended', '2026-06-17'],
          ],
        },
      ],
    }),
  )
  const label = {
    ...({ kid: 'A1B', profile: 'compact', ref: BATCH.ref, serial: 7, gtin: null } as const),
    ...{ growingAreas: [], packingHouse: null, code: null },
  }
  const shown = (given: Partial<OfflineFacts>, today = '2026-06-16', now = NOW) =>
    shownOffline({
      verdict: verdict({ register: { asOf: NOW, batch }, ...given }, now),
      ...{ label, register, today },
    })

  it('has both codes by the register where the label bears none, with what holds that day', () => {
    const codes = (today: string) => shown({}, today).codes
    expect(codes('2026-06-16')).toEqual([
      {
        ...{ slot: 'area', code: 'VN-AGOR-0012' },
        statuses: [{ market: 'CHN', status: 'active', since: '2025-01-01' }],
      },
      { slot: 'house', code: 'VN-AGPH-003', statuses: [] },
    ])
    // A decision made ahead holds from its day on, though nothing was fetched since.
    expect(codes('2026-06-17')[0]?.statuses[0]?.status).toBe('suspended')
  })

  it('names the cause of a stop first, and since when nobody knows', () => {
    const stopped = shown({ answer: genuine({ standing: 'stop', reason: 'stop' }) })
    expect([stopped.band, stopped.cause?.vi, stopped.why]).toEqual([
      ...['stop', OFFLINE_REASONS.stopped.vi, []],
    ])
    const recalled = shown({ answer: genuine({ standing: 'recalled', reason: 'recalled' }) })
    expect([recalled.band, recalled.cause, recalled.why]).toEqual(['recalled', null, []])
    const late = shown({}, '2026-06-22', LIST.expiresAt)
    expect([late.band, late.why[0]?.vi]).toEqual([
      ...['unknown', expect.stringContaining('Chưa biết từ 09:00 ngày 22/06/2026')],
    ])
  })
})

describe('a fetched status list', () => {
  const keys = { jwks, statusJwks }
  const kept = { kid: 'A1B', token: lists.current, issuedAt: 0 }
  const given = (token: string, held: typeof kept | null = kept) =>
    acceptList({ kid: 'A1B', token, kept: held, keys })

  it('takes the place of none, of itself and of an older one', async () => {
    expect(await given(lists.current, null)).toMatchObject({ ok: true, list: { kid: 'A1B' } })
    expect((await given(lists.current)).ok).toBe(true)
    expect((await given(lists.current, { ...kept, token: lists.older })).ok).toBe(true)
  })

  it.each([
    ['truncated', lists.truncated, 'malformed'],
    ['wrongly signed', lists.wrongly_signed, 'signature_invalid'],
    ['rolled back', lists.older, 'rolled_back'],
    ['a page of a hotel', '<!doctype html><title>Wi-Fi</title>', 'malformed'],
    ['empty', '', 'malformed'],
  ])('%s is refused, whatever was kept', async (_, token, fault) => {
    expect(await given(token)).toEqual({ ok: false, fault })
  })

  it('of another key is refused', async () => {
    const other = await acceptList({ kid: 'Z9Z', token: lists.current, kept: null, keys })
    expect(other).toEqual({ ok: false, fault: 'of_another_key' })
  })
})

describe('a scanned text', () => {
  const HOSTS = ['goc.example']
  const [head, subject = ''] = LABEL.split('/B/')
  const kindOf = (text: string) => {
    const found = scannedText(text, HOSTS)
    return found.kind === 'altered' ? `altered: ${found.how}` : found.kind
  }

  it.each([
    ['as printed', LABEL, 'label'],
    ['with a tracker', `${LABEL}?fbclid=1`, 'label'],
    ['in small letters', LABEL.toLowerCase(), 'altered: lower_case'],
    ['broken over two lines', `${LABEL.slice(0, 60)}\n${LABEL.slice(60)}`, 'altered: line_break'],
    ['broken in its subject', `${head}/B/\r\n${subject}`, 'altered: line_break'],
    ['with blanks put in', `${LABEL.slice(0, 70)}%20${LABEL.slice(70)}`, 'altered: line_break'],
    [
      'wrapped by a messenger',
      `https://l.zalo.me/?u=${encodeURIComponent(LABEL)}&h=1`,
      'altered: redirect',
    ],
    [
      'wrapped by a mail filter, twice encoded',
      `https://safe.example/?url=${encodeURIComponent(encodeURIComponent(LABEL))}`,
      'altered: redirect',
    ],
    ['cut short', LABEL.slice(0, 90), 'unreadable'],
    ['of another system', 'https://checkvn.mae.gov.vn/x/123', 'foreign'],
    ['a GS1 link of somebody', 'https://id.gs1.org/01/08930000000019', 'foreign'],
    ['a bar code', '8930000000019', 'foreign'],
    ['any web page', 'https://example.com/', 'foreign'],
    ['a page of ours', 'https://goc.example/codes', 'own_page'],
    ['a batch code as typed', ' 7k3m 9qx1 ', 'ref'],
    ['a wrong batch code', '7K3M9QX2', 'unreadable'],
    ['nothing that is known', 'WIFI:S:quan;T:WPA;P:12345678;;', 'unreadable'],
    ['endless', `${LABEL}?${'x'.repeat(5_000)}`, 'unreadable'],
  ])('%s is told for what it is', (_, text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it('says whose another system’s code looks like, and its host alone', () => {
    expect(scannedText('https://checkvn.mae.gov.vn/x?id=1', HOSTS)).toEqual({
      kind: 'foreign',
      foreign: { kind: 'host', host: 'checkvn.mae.gov.vn', system: 'mae' },
    })
  })
})

describe('what is in view', () => {
  const other = cases.find(({ name }) => name === 'both codes')?.text ?? ''
  const seen = (...texts: (string | null)[]) => inFrame(texts.map((text) => ({ text })))

  it('is one code, our label beside somebody else’s, or more than can be told apart', () => {
    expect(seen()).toEqual({ kind: 'nothing' })
    expect(seen(null)).toEqual({ kind: 'blurred' })
    expect(seen(LABEL, LABEL)).toEqual({ kind: 'one', text: LABEL, beside: [] })
    expect(seen('8930000000019', null, LABEL)).toEqual({
      ...{ kind: 'one', text: LABEL, beside: ['8930000000019'] },
    })
    expect(seen(LABEL, other)).toEqual({ kind: 'several', labels: 2 })
    expect(seen('https://a.vn', 'https://b.vn')).toEqual({ kind: 'several', labels: 0 })
  })

  it('is checked once however long it is held, and again when it comes back', () => {
    let state = NOTHING_YET
    const tells: string[] = []
    const look = (at: number, ...texts: (string | null)[]) => {
      const { next, tell } = step(state, seen(...texts), at)
      state = next
      tells.push(tell.kind === 'hint' ? tell.hint : tell.kind)
    }
    for (const at of [0, 100, 900, 1_700]) look(at, LABEL)
    look(1_800)
    look(2_000, LABEL)
    look(2_100, other)
    look(2_200, LABEL)
    look(4_000, LABEL)
    expect(tells).toEqual([
      ...['check', 'still', 'still', 'still', 'nothing', 'still', 'check', 'still', 'check'],
    ])
  })

  it('tells the hand what to do, and not at the first blurred picture', () => {
    let state = NOTHING_YET
    const look = (at: number, ...texts: (string | null)[]) => {
      const { next, tell } = step(state, seen(...texts), at)
      state = next
      return tell.kind === 'hint' ? tell.hint : tell.kind
    }
    expect(look(10_000, null)).toBe('nothing')
    expect(look(10_900, null)).toBe('nothing')
    expect(look(11_300, null)).toBe('blurred')
    expect(look(11_400, LABEL, other)).toBe('two_labels')
    expect(look(11_500, 'https://a.vn', 'https://b.vn')).toBe('two_codes')
    expect(look(11_600, LABEL)).toBe('check')
    // Beside a label that was just read, a blurred picture is the hand moving on.
    expect(look(11_700, null)).toBe('nothing')
    expect(look(13_000, null)).toBe('nothing')
    expect(look(13_200, null)).toBe('blurred')
  })
})
