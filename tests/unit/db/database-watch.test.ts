import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DatabaseAway } from '../../../db/database-away.ts'
import { watchDatabase } from '../../../db/database-watch.ts'

const URL_OF_IT = 'http://database.example/v2/pipeline'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Does = 'answers' | 'hangs' | 'refuses' | 'is busy' | 'never ends'

/** A server that answers, refuses or says nothing, as it is told, and counts its calls. */
function server() {
  const state = { does: 'answers' as Does, calls: 0 }
  const fetch = (_: unknown, init?: RequestInit): Promise<Response> => {
    state.calls += 1
    if (state.does === 'refuses') return Promise.reject(new TypeError('fetch failed'))
    if (state.does === 'is busy') return Promise.resolve(new Response('busy', { status: 503 }))
    if (state.does === 'answers') return Promise.resolve(new Response('{}'))
    if (state.does === 'never ends') return new Promise(() => undefined)
    return new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })
  }
  const watch = watchDatabase({ fetch: fetch as typeof globalThis.fetch })
  /** How the call ended and how long it took, on the clock of the test. */
  const ask = async (): Promise<{ away: boolean; afterMs: number }> => {
    const startedAt = Date.now()
    try {
      await watch.fetch(URL_OF_IT)
      return { away: false, afterMs: Date.now() - startedAt }
    } catch (error) {
      expect(error).toBeInstanceOf(DatabaseAway)
      return { away: true, afterMs: Date.now() - startedAt }
    }
  }
  return { state, ask }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const AT_ONCE = { away: true, afterMs: 0 }
const ANSWERED = { away: false, afterMs: 0 }

describe('a database that hangs', () => {
  it('is waited for once; then everybody is refused at once, counted from the failure', async () => {
    const { state, ask } = server()
    state.does = 'hangs'
    const first = ask()
    await pass(4_000)
    expect(await first).toEqual({ away: true, afterMs: 4_000 })
    for (const ms of [0, 500, 499]) {
      await pass(ms)
      expect(await ask()).toEqual(AT_ONCE)
    }
    expect(state.calls).toBe(1)
  })

  it('is tried by one at a time, for a second, at growing pauses of five seconds at most', async () => {
    const { state, ask } = server()
    state.does = 'hangs'
    const first = ask()
    await pass(4_000)
    await first
    for (const pause of [1_000, 2_000, 4_000, 5_000, 5_000]) {
      await pass(pause - 1)
      expect(await ask()).toEqual(AT_ONCE)
      await pass(1)
      const probe = ask()
      expect(await ask()).toEqual(AT_ONCE)
      await pass(1_000)
      expect(await probe).toEqual({ away: true, afterMs: 1_000 })
    }
    expect(state.calls).toBe(6)
  })

  it('is left by those who already wait when another has waited the whole time', async () => {
    const { state, ask } = server()
    state.does = 'hangs'
    const first = ask()
    await pass(500)
    const second = ask()
    await pass(3_000)
    const third = ask()
    await pass(1_500)
    expect(await first).toEqual({ away: true, afterMs: 4_000 })
    expect(await second).toEqual({ away: true, afterMs: 3_500 })
    expect(await third).toEqual({ away: true, afterMs: 1_000 })
  })

  it('is asked by all again as soon as one call was answered', async () => {
    const { state, ask } = server()
    state.does = 'hangs'
    const first = ask()
    await pass(4_000)
    await first
    state.does = 'answers'
    await pass(1_000)
    for (let i = 0; i < 3; i++) expect(await ask()).toEqual(ANSWERED)
    expect(state.calls).toBe(4)
  })

  it('is tried again after a probe whose request was cut off', async () => {
    const { state, ask } = server()
    state.does = 'refuses'
    expect(await ask()).toEqual(AT_ONCE)
    await pass(1_000)
    // Its request is gone, and whatever would have ended it.
    state.does = 'never ends'
    void ask()
    state.does = 'answers'
    await pass(500)
    expect(await ask()).toEqual(AT_ONCE)
    await pass(600)
    expect(await ask()).toEqual(ANSWERED)
  })
})

describe('a database that refuses', () => {
  it('is called once a pause, whether it refuses connections or says it is busy', async () => {
    for (const does of ['refuses', 'is busy'] as const) {
      const { state, ask } = server()
      state.does = does
      await ask()
      for (let i = 0; i < 100; i++) expect(await ask()).toEqual(AT_ONCE)
      expect(state.calls).toBe(1)
      state.does = 'answers'
      await pass(1_000)
      expect(await ask()).toEqual(ANSWERED)
    }
  })

  it('an hour ago is no reason to refuse anybody now', async () => {
    const { state, ask } = server()
    state.does = 'refuses'
    await ask()
    await pass(3_600_000)
    state.does = 'answers'
    const asked = [ask(), ask(), ask()]
    expect(await Promise.all(asked)).toEqual([ANSWERED, ANSWERED, ANSWERED])
  })
})

describe('a statement that is slow', () => {
  it('fails alone while others are answered meanwhile', async () => {
    const { state, ask } = server()
    state.does = 'hangs'
    const slow = ask()
    await pass(3_000)
    state.does = 'answers'
    expect(await ask()).toEqual(ANSWERED)
    await pass(1_000)
    expect(await slow).toEqual({ away: true, afterMs: 4_000 })
    expect(await ask()).toEqual(ANSWERED)
  })
})

it('holds the time-out for the body too', async () => {
  const body = new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{"a":')) })
  const fetch = async (_: unknown, init?: RequestInit) => {
    const piped = body.pipeThrough(
      new TransformStream(),
      init?.signal ? { signal: init.signal } : {},
    )
    return new Response(piped)
  }
  const watch = watchDatabase({ fetch: fetch as typeof globalThis.fetch })
  const answer = watch.fetch(URL_OF_IT).catch((error: unknown) => error)
  await pass(4_100)
  expect(await answer).toBeInstanceOf(DatabaseAway)
})
