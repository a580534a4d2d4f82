import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { NewRecord } from '../../../site/app/outbox/add-record.ts'
import { indexedDbStorage } from '../../../site/app/outbox/indexed-db-storage.ts'
import { emptyDisk, memoryStorage } from '../../../site/app/outbox/memory-storage.ts'
import { createOutbox, type Outbox } from '../../../site/app/outbox/outbox.ts'
import type { OutboxStorage } from '../../../site/app/outbox/storage.ts'
import { sha256Hex } from '../../../worker/lib/files/sha256-hex.ts'
import { modelServer } from '../../support/outbox/model-server.ts'

const NOW = Date.UTC(2026, 10, 30, 8)
const ANN = 'account-ann'

let server = modelServer()
/** What a page that is opened anew finds on its device. */
let device: () => OutboxStorage
let devices = 0

function opened(over: { accountId?: string } = {}): Outbox {
  return createOutbox({
    accountId: over.accountId ?? ANN,
    storage: device(),
    transport: server.transport,
    alone: (_, work) => work(),
    version: 1,
    now: () => NOW,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  })
}

const said = (note: string): NewRecord => ({
  kind: 'label_checks',
  happenedOn: '2026-11-30',
  body: { note },
})

const photo = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  mediaType: 'image/jpeg',
})

const withPhotos = (note: string, ...texts: string[]): NewRecord => ({
  ...said(note),
  body: (photos) => ({ note, photos }),
  photos: texts.map(photo),
})

const notes = () => server.stored.map(({ body }) => body['note'])
const states = async (outbox: Outbox) => (await outbox.list()).map(({ state }) => state)

const memory = () => {
  const disk = emptyDisk()
  return () => memoryStorage({ disk })
}

const database = () => {
  devices += 1
  const name = `device-${devices}`
  return () => indexedDbStorage(name)
}

describe.each([
  ['in memory', memory],
  ['in the browser’s database', database],
])('the queue of a device, %s', (_, newDevice) => {
  beforeEach(() => {
    server = modelServer()
    device = newDevice()
  })

  const photosKept = async (...texts: string[]) => {
    const hashes = await Promise.all(texts.map((text) => sha256Hex(photo(text).bytes)))
    const found = hashes.map((sha256) => device().photo({ accountId: ANN, sha256 }))
    return (await Promise.all(found)).filter((each) => each !== null).length
  }

  it('sends what was kept in its order, each once however often it is sent', async () => {
    const outbox = opened()
    for (const note of ['one', 'two', 'three']) await outbox.add(said(note))
    expect(await states(outbox)).toEqual(['waiting', 'waiting', 'waiting'])

    expect(await outbox.send()).toEqual({ status: 'sent', waiting: 0 })
    await outbox.send()

    expect(notes()).toEqual(['one', 'two', 'three'])
    expect(await states(outbox)).toEqual(['stored', 'stored', 'stored'])
  })

  it('brings photos before their record and asks first for one that was under way', async () => {
    const outbox = opened()
    await outbox.add(withPhotos('leaf', 'first', 'second'))
    const [first, second] = await Promise.all(
      ['first', 'second'].map((t) => sha256Hex(photo(t).bytes)),
    )
    server.line = (moment, request) =>
      moment === 'after' && request === `PUT ${second}` ? 'down' : 'up'

    expect(await outbox.send()).toEqual({ status: 'offline' })
    server.line = () => 'up'
    // A page opened anew, as after a killed browser.
    expect(await opened().send()).toEqual({ status: 'sent', waiting: 0 })

    expect(server.requests).toEqual([`PUT ${first}`, `PUT ${second}`, `HEAD ${second}`, 'POST 1'])
    expect(server.stored[0]?.body).toEqual({ note: 'leaf', photos: [first, second] })
  })

  it('keeps one photo for two records that show it, and sends it once', async () => {
    const outbox = opened()
    await outbox.add(withPhotos('one', 'same', 'same'))
    await outbox.add(withPhotos('two', 'same'))
    expect(await photosKept('same')).toBe(1)

    await outbox.send()

    expect(server.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1)
    expect(notes()).toEqual(['one', 'two'])
    expect(await photosKept('same')).toBe(0)
  })

  it('goes on behind a record that is refused, which is mended under its id', async () => {
    const outbox = opened()
    server.judge = ({ body }) => (body['note'] === 'wrong' ? 'refused' : 'stored')
    for (const note of ['one', 'wrong', 'three']) await outbox.add(said(note))
    await outbox.send()
    expect(notes()).toEqual(['one', 'three'])
    const [, refused] = await outbox.list()
    expect(refused).toMatchObject({ state: 'refused', problem: { code: 'refused' } })

    expect(await outbox.mend(refused?.id ?? '', { body: { note: 'right' } })).toMatchObject({
      status: 'kept',
      record: { id: refused?.id, state: 'mended' },
    })
    await outbox.send()

    expect(notes()).toEqual(['one', 'three', 'right'])
    expect(await states(outbox)).toEqual(['stored', 'stored', 'stored'])
  })

  it('neither mends nor drops what may be stored, until it knows', async () => {
    const outbox = opened()
    const added = await outbox.add(said('first words'))
    if (added.status !== 'kept') throw new Error('not kept')
    const { id } = added.record
    server.line = (moment) => (moment === 'after' ? 'down' : 'up')
    await outbox.send()

    expect(await outbox.mend(id, { body: { note: 'other words' } })).toEqual({
      status: 'unsettled',
    })
    expect(await outbox.drop(id)).toEqual({ status: 'unsettled' })
    server.line = () => 'up'
    await outbox.send()

    expect(await outbox.drop(id)).toEqual({ status: 'gone' })
    expect(notes()).toEqual(['first words'])
  })

  it('gives a record whose id is another’s a new one when it is mended', async () => {
    const outbox = opened()
    const added = await outbox.add(said('mine'))
    if (added.status !== 'kept') throw new Error('not kept')
    const { id } = added.record
    server.stored.push({ ...added.record, body: { note: 'theirs' } })
    await outbox.send()
    expect((await outbox.list())[0]).toMatchObject({ problem: { code: 'id_reused' } })

    await outbox.mend(id, { body: { note: 'mine' } })
    await outbox.send()

    expect(notes()).toEqual(['theirs', 'mine'])
  })

  it('refuses a record whose photo the server will not have, and says why', async () => {
    const outbox = opened()
    server.takesPhoto = () => false
    await outbox.add(withPhotos('film', 'a film'))
    await outbox.add(said('next'))
    await outbox.send()

    expect(notes()).toEqual(['next'])
    const [film] = await outbox.list()
    expect(film).toMatchObject({ state: 'refused', problem: { code: 'no_photo' } })
    await outbox.mend(film?.id ?? '', { body: { note: 'no film' }, keep: [] })
    await outbox.send()
    expect(notes()).toEqual(['next', 'no film'])
  })

  it('sends a photo again that the server has lost', async () => {
    const outbox = opened()
    server.judge = ({ body }) =>
      ((body['photos'] as string[]) ?? []).every((hash) => server.photos.has(hash))
        ? 'stored'
        : 'later'
    server.line = (moment, request) =>
      moment === 'before' && request.startsWith('POST') ? 'down' : 'up'
    await outbox.add(withPhotos('leaf', 'first'))
    await outbox.send()
    server.photos.clear()
    server.line = () => 'up'

    expect(await outbox.send()).toEqual({ status: 'sent', waiting: 1 })
    expect(await outbox.send()).toEqual({ status: 'sent', waiting: 0 })
    expect(notes()).toEqual(['leaf'])
  })

  it('sends a refused record again in the same words when what refused it has changed', async () => {
    const outbox = opened()
    server.judge = () => 'refused'
    await outbox.add(withPhotos('leaf', 'first'))
    await outbox.send()
    const [refused] = await outbox.list()
    server.judge = () => 'stored'
    await outbox.send()
    expect(notes()).toEqual([])

    expect(await outbox.retry(refused?.id ?? '')).toMatchObject({ status: 'kept' })
    await outbox.send()
    expect(server.stored).toMatchObject([{ id: refused?.id, body: refused?.body }])
  })

  it('sends what is added while it sends, and leaves mended words alone until they are whole', async () => {
    const outbox = opened()
    await outbox.add(said('one'))
    server.line = (moment, request) => {
      if (moment === 'before' && request === 'POST 1' && server.requests.length === 1) {
        void outbox.add(said('two'))
      }
      return 'up'
    }
    expect(await outbox.send()).toEqual({ status: 'sent', waiting: 0 })
    expect(notes()).toEqual(['one', 'two'])
  })

  it('keeps one record of a draft that is added twice', async () => {
    const outbox = opened()
    const id = '01970000-0000-7000-8000-000000000001'
    await outbox.add({ ...said('first'), id })
    await outbox.add({ ...said('again'), id })
    await outbox.send()
    expect(notes()).toEqual(['first'])
  })

  it('knows which accounts have a queue on the device', async () => {
    await opened().add(said('one'))
    await opened().add(said('two'))
    await opened({ accountId: 'account-binh' }).add(said('three'))
    expect((await device().accounts()).toSorted()).toEqual([ANN, 'account-binh'])
  })

  it('keeps everything where nobody is signed in, and says so', async () => {
    const outbox = opened()
    await outbox.add(said('one'))
    server.line = () => 'sign_in'
    expect(await outbox.send()).toEqual({ status: 'sign_in', problem: null })
    expect(await states(outbox)).toEqual(['waiting'])
  })

  it('keeps accounts apart: neither seen, sent, mended nor dropped by another', async () => {
    const added = await opened().add(said('ann’s'))
    if (added.status !== 'kept') throw new Error('not kept')
    const other = opened({ accountId: 'account-binh' })
    expect(await other.list()).toEqual([])
    expect(await other.send()).toEqual({ status: 'sent', waiting: 0 })
    expect(await other.drop(added.record.id)).toEqual({ status: 'gone' })
    expect(await other.mend(added.record.id, { body: {} })).toEqual({ status: 'gone' })
    expect(server.stored).toEqual([])
  })

  it('says of each record how far the clock was off when it was written, as then known', async () => {
    const outbox = opened()
    await outbox.add(said('before'))
    await outbox.noteServerTime({ serverAt: NOW + 90_000, sentAt: NOW - 400, receivedAt: NOW })
    await outbox.add(said('after'))
    // An answer that took a minute says nothing of the clock.
    await outbox.noteServerTime({ serverAt: NOW, sentAt: NOW - 60_000, receivedAt: NOW })
    await outbox.send()
    expect(server.stored.map(({ clock }) => clock)).toEqual([
      null,
      { offsetMs: 90_200, measuredAt: NOW },
    ])
  })

  it('moves to another phone as a file, and both phones sending make one of each', async () => {
    const outbox = opened()
    await outbox.add(withPhotos('leaf', 'first'))
    await outbox.add(said('two'))
    const file = await outbox.exportFile()
    await outbox.send()

    device = newDevice()
    const next = opened()
    expect(await opened({ accountId: 'account-binh' }).importFile(file)).toEqual({
      status: 'foreign',
    })
    expect(await next.importFile(file.slice(0, file.size - 40))).toEqual({ status: 'unreadable' })
    expect(await next.importFile(file)).toEqual({ status: 'taken', records: 2 })
    expect(await next.importFile(file)).toEqual({ status: 'taken', records: 2 })
    await next.send()

    expect(notes()).toEqual(['leaf', 'two'])
    expect(await states(next)).toEqual(['stored', 'stored'])
  })
})
