import { beforeEach, describe, expect, it } from 'vitest'
import type { NewRecord } from '../../../site/app/outbox/add-record.ts'
import { emptyDisk, memoryStorage } from '../../../site/app/outbox/memory-storage.ts'
import { createOutbox, type Outbox } from '../../../site/app/outbox/outbox.ts'
import { sha256Of } from '../../../site/app/outbox/sha256-of.ts'
import { modelServer } from '../../support/outbox/model-server.ts'

const NOW = Date.UTC(2026, 10, 30, 8)
const ANN = 'account-ann'

let server = modelServer()
let disk = emptyDisk()

beforeEach(() => {
  server = modelServer()
  disk = emptyDisk()
})

/** The queue as a page that is opened anew finds it. */
function opened(over: { accountId?: string; maxBytes?: number } = {}): Outbox {
  return createOutbox({
    accountId: over.accountId ?? ANN,
    storage: memoryStorage({ disk, ...(over.maxBytes === undefined ? {} : over) }),
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

describe('the queue of a device', () => {
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
      ['first', 'second'].map((t) => sha256Of(photo(t).bytes)),
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
    expect(disk.photos.size).toBe(1)

    await outbox.send()

    expect(server.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1)
    expect(notes()).toEqual(['one', 'two'])
    expect(disk.photos.size).toBe(0)
  })

  it('keeps a record wholly or not at all where the device is full', async () => {
    const outbox = opened({ maxBytes: 8 })
    expect(await outbox.add(withPhotos('large', 'four', 'and six'))).toEqual({ status: 'full' })
    expect(disk.records.size + disk.photos.size).toBe(0)
    expect(await outbox.add(said('without'))).toMatchObject({ status: 'kept' })
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

  it('moves to another phone as a file, and both phones sending make one of each', async () => {
    const outbox = opened()
    await outbox.add(withPhotos('leaf', 'first'))
    await outbox.add(said('two'))
    const file = await outbox.exportFile()
    await outbox.send()

    disk = emptyDisk()
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
