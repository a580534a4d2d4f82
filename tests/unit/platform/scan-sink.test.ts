import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ScanRow } from '../../../db/queries/scans.ts'
import { bufferScans, type Scan } from '../../../worker/platform/scan-sink.ts'

const NOW = Date.parse('2026-06-15T02:00:00Z')

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function scanOf(overrides: Partial<Scan> = {}): Scan {
  return {
    ref: '7K3M9QX1',
    unitSpace: 'B/7K3M9QX1',
    serial: 1,
    scannedAt: NOW,
    standing: 'clear',
    region: 'An Giang',
    visitorSource: '203.0.113.7|Mozilla/5.0',
    addressSource: '203.0.113.7',
    isVisit: true,
    ...overrides,
  }
}

function sinkWith(deliver: (rows: readonly ScanRow[]) => Promise<void>) {
  const waiting: Promise<unknown>[] = []
  const sink = bufferScans({
    hashVisitor: (source, day) => `hash of ${source.length} on ${day}`,
  }).sinkFor(() => deliver)
  return {
    waiting,
    record: (scan: Scan) => sink.record(scan, (work) => waiting.push(work)),
  }
}

describe('scan counting', () => {
  it('delivers the scans of half a second together, once', async () => {
    const delivered: (readonly ScanRow[])[] = []
    const { record, waiting } = sinkWith(async (rows) => void delivered.push(rows))
    for (let serial = 1; serial <= 50; serial++) record(scanOf({ serial }))
    expect(waiting).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(499)
    expect(delivered).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(delivered.map((rows) => rows.length)).toEqual([50])
    record(scanOf({ serial: 51 }))
    expect(waiting).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(500)
    expect(delivered.map((rows) => rows.length)).toEqual([50, 1])
  })

  it('stores no address and no browser, only a hash bound to the day', async () => {
    const delivered: ScanRow[] = []
    const { record } = sinkWith(async (rows) => void delivered.push(...rows))
    record(scanOf())
    await vi.advanceTimersByTimeAsync(500)
    const day = Math.floor((NOW + 7 * 3_600_000) / 86_400_000)
    expect(delivered).toEqual([
      {
        ref: '7K3M9QX1',
        unitSpace: 'B/7K3M9QX1',
        serial: 1,
        scannedAt: NOW,
        standing: 'clear',
        region: 'An Giang',
        visitor: `hash of 23 on ${day}`,
        visit: { address: `hash of 19 on ${day}`, visitor: `hash of 23 on ${day}` },
      },
    ])
    expect(JSON.stringify(delivered)).not.toContain('203.0.113.7')
  })

  it('never fails the scan it counts, and goes on after a failed delivery', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let fails = true
    const delivered: ScanRow[] = []
    const { record, waiting } = sinkWith(async (rows) => {
      if (fails) throw new Error('secret SQL in the message')
      delivered.push(...rows)
    })
    expect(() => record(scanOf())).not.toThrow()
    await vi.advanceTimersByTimeAsync(500)
    await expect(Promise.all(waiting)).resolves.toBeDefined()
    expect(JSON.stringify(error.mock.calls)).not.toContain('secret')
    fails = false
    record(scanOf({ serial: 2 }))
    await vi.advanceTimersByTimeAsync(500)
    expect(delivered.map((row) => row.serial)).toEqual([2])
  })

  it('holds a bounded number of scans', async () => {
    const delivered: ScanRow[] = []
    const { record } = sinkWith(async (rows) => void delivered.push(...rows))
    for (let serial = 1; serial <= 20_500; serial++) record(scanOf({ serial }))
    await vi.advanceTimersByTimeAsync(500)
    expect(delivered).toHaveLength(20_000)
  })

  it('goes on counting when the request that was to deliver has been cut off', async () => {
    const delivered: ScanRow[] = []
    const { record, waiting } = sinkWith(async (rows) => void delivered.push(...rows))
    record(scanOf())
    vi.clearAllTimers() // what a runtime does to the timers of a cancelled request
    record(scanOf({ serial: 2, scannedAt: NOW + 4_999 }))
    expect(waiting).toHaveLength(1)
    record(scanOf({ serial: 3, scannedAt: NOW + 5_000 }))
    expect(waiting).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(500)
    expect(delivered.map((row) => row.serial)).toEqual([1, 2, 3])
  })
})
