import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { listNotifications } from '../../../db/queries/notifications.ts'
import { job, labelFile } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel } from '../../../site/models/records.ts'
import { runDaily } from '../../../worker/jobs/run-daily.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeProduct, NOW } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const DAY_MS = 86_400_000
const LARGE = 2_500

let db: Database
let ctx: VerbContext
let person: Person
let app: PortalApp
let files: ReturnType<typeof memoryFiles>

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  person = await makePerson(db, 'producer')
  files = memoryFiles()
  app = portalApp(db, person, { files })
})

async function batchOfOwn() {
  const { id: productId } = await makeProduct(ctx, { organisationId: person.organisationId })
  return makeBatch(ctx, { productId })
}

async function runOfOwn(count = LARGE) {
  const { ref } = await batchOfOwn()
  const { run } = await issueLabels({ ctx, input: { ref, profile: 'compact', count } })
  return { ref, path: `/portal/labels/${run.id}` as const, runId: run.id }
}

const detailAt = async (path: string) => (await app.get(path)).model as DetailModel
const rowsOf = (model: DetailModel, id: string) =>
  model.sections.find((section) => section.id === id)?.table?.rows ?? []
const textOf = async (path: string) => (await app.get(path)).response.text()
const ask = (path: string, query: string) => app.post(`${path}/files?${query}`, {})

/** Asks for a file and waits for the work behind the answer. */
async function made(path: string, query: string): Promise<string> {
  const { location } = await ask(path, query)
  await app.settle()
  return location ?? ''
}

describe('a large file of labels', () => {
  it('is made behind the answer, told of when done and the same as one made at once', async () => {
    const { path } = await runOfOwn()
    const page = await made(path, 'format=csv')
    const { primary, work } = await detailAt(page)
    expect([work, primary?.href]).toEqual([undefined, `${page}/download`])
    const { response } = await app.get(`${page}/download`)
    const text = await response.text()
    expect(response.headers.get('content-length')).toBe(String(text.length))
    const lines = text.trim().split('\n')
    expect(lines).toHaveLength(LARGE + 1)
    const head = lines.slice(0, 2_001).join('\n')
    expect(await textOf(`${path}/file?format=csv&to=2000`)).toBe(`${head}\n`)
    const [notice] = await listNotifications(db, {
      ...{ organisationId: person.organisationId, before: null, after: null, limit: 1 },
    })
    expect(notice?.href).toBe(page)
    expect(notice?.title.vi).toContain('đã xong')
    // Both of one instant, in whichever order.
    const downloads = rowsOf(await detailAt(path), 'downloads')
    expect(downloads.map((row) => row.map(({ text }) => text).slice(1))).toContainEqual([
      person.name,
      'CSV',
      '1 – 2.500 (2.500 tem)',
    ])
  })

  it('is not made by opening an address, only by asking for it', async () => {
    const { path } = await runOfOwn()
    const { status, location } = await app.get(`${path}/file?format=csv`)
    expect([status, location]).toEqual([303, `${path}#files`])
    expect(rowsOf(await detailAt(path), 'large-files')).toEqual([])
    const model = await detailAt(path)
    const [row] = rowsOf(model, 'files')
    expect(row?.[1]?.button?.action).toContain('/files?format=pdf')
  })

  it('is one however often it is asked for, and at once by several', async () => {
    const { path } = await runOfOwn()
    const asked = await Promise.all([1, 2, 3].map(() => ask(path, 'format=csv&dpi=300&marks=yes')))
    await app.settle()
    const again = await made(path, 'format=csv')
    expect(new Set([...asked.map(({ location }) => location), again]).size).toBe(1)
    expect(rowsOf(await detailAt(path), 'large-files')).toHaveLength(1)
  })

  it('is on its way right after printing many labels', async () => {
    const { ref } = await batchOfOwn()
    const form = `/portal/batches/${ref}/labels`
    const { form: typed } = (await app.get(form)).model as RecordFormModel
    const values = { ...typed.values, count: String(LARGE), confirm: 'many_labels,implausible' }
    let sent = await app.post(form, values)
    for (let round = 0; sent.status === 409 && round < 3; round++) {
      const { form: asked } = sent.model as RecordFormModel
      const confirm = (asked.questions ?? []).map(({ code }) => code).join(',')
      sent = await app.post(form, { ...values, confirm })
    }
    expect(sent.location).toMatch(/\/files\/[\w-]+\?done=issued$/)
    await app.settle()
    const model = await detailAt(sent.location ?? '')
    expect(model.primary?.href).toMatch(/\/download$/)
  })

  it('is of others neither seen, taken, stopped nor asked for', async () => {
    const { path } = await runOfOwn()
    const page = await made(path, 'format=csv')
    const stranger = portalApp(db, await makePerson(db, 'producer'), { files })
    for (const address of [page, `${page}/download`]) {
      expect((await stranger.get(address)).status).toBe(404)
    }
    for (const address of [`${page}/cancel`, `${page}/resume`, `${path}/files?format=csv`]) {
      expect((await stranger.post(address, {})).status).toBe(404)
    }
    const other = await runOfOwn(10)
    const id = page.split('/').at(-1)
    expect((await app.get(`${other.path}/files/${id}`)).status).toBe(404)
  })
})

describe('the making of a large file', () => {
  /** A file nobody has begun. */
  async function waiting(count = LARGE) {
    const run = await runOfOwn(count)
    const idle = portalApp(db, person, { files, jobQueue: { send: async () => undefined } })
    const page = (await idle.post(`${run.path}/files?format=csv`, {})).location ?? ''
    return { ...run, page, idle }
  }

  const work = () => runDueJobs(app.deps, { endBy: app.deps.now() + 3_600_000 })

  it('shows how far it is, stops when asked and goes on where it stood', async () => {
    const { page, idle } = await waiting()
    const before = (await idle.get(page)).model as DetailModel
    expect(before.work?.progress).toEqual({ done: 0, total: LARGE })
    expect(before.work?.text).toContain('0 / 2.500')
    expect((await app.get(`${page}/download`)).status).toBe(409)
    await idle.post(`${page}/cancel`, {})
    expect(((await idle.get(page)).model as DetailModel).work?.cancel).toBeNull()
    await work()
    const stopped = await detailAt(page)
    expect([stopped.work, stopped.buttons?.[0]?.action]).toEqual([undefined, `${page}/resume`])
    expect((await app.post(`${page}/cancel`, {})).status).toBe(409)
    await app.post(`${page}/resume`, {})
    await app.settle()
    expect((await detailAt(page)).primary?.href).toBe(`${page}/download`)
    expect((await app.post(`${page}/resume`, {})).status).toBe(409)
  })

  it('leaves out labels reported void after it was begun, from its first part on', async () => {
    const { page, path, runId, idle } = await waiting()
    // One part, then the runner is gone.
    const [row] = await db
      .select()
      .from(job)
      .where(eq(job.subjectId, page.split('/').at(-1) ?? ''))
    let parts = 0
    const once = {
      ...app.deps,
      files: {
        ...files,
        put: async (key: string, bytes: Uint8Array) => {
          parts += 1
          if (parts > 1) throw new Error('the runner is gone')
          await files.put(key, bytes)
        },
      },
    }
    await runDueJobs(once, { endBy: app.deps.now() + 1_000, first: row?.id ?? '' })
    const typed = { kind: 'void', from: '3', to: '5', reason: 'Rách', confirm: '' }
    const { model } = await idle.post(`${path}/void`, typed)
    const [question] = (model as RecordFormModel).form.questions ?? []
    await idle.post(`${path}/void`, { ...typed, confirm: question?.code ?? '' })
    app.wait(600_000)
    await work()
    const text = await textOf(`${page}/download`)
    const serials = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',')[0]))
    expect(serials).toHaveLength(LARGE - 3)
    expect(serials.slice(0, 4)).toEqual([1, 2, 6, 7])
    expect(text.match(/serial,url/g)).toHaveLength(1)
    const kept = [...files.kept.keys()].filter((key) => key.includes(page.split('/').at(-1) ?? ''))
    expect(kept.every((key) => key.includes('/1-'))).toBe(true)
    expect(runId).not.toBe('')
  })

  it('ends where nothing of the run may be printed any more, and says why', async () => {
    const { page, ref } = await waiting()
    const { recallBatch } = await import('../../../worker/verbs/batches/recall-batch.ts')
    await recallBatch({ ctx, input: { ref, reason: 'Thử' } })
    await work()
    const { notes } = await detailAt(page)
    expect(notes?.[0]?.kind).toBe('error')
    expect(notes?.[0]?.text).toContain('thu hồi')
  })
})

describe('a finished file', () => {
  it('is not handed out once labels of it are void: it is made again without them', async () => {
    const { path } = await runOfOwn()
    const page = await made(path, 'format=csv')
    const typed = { kind: 'lost', from: '9', to: '9', reason: 'Mất' }
    const { model } = await app.post(`${path}/void`, typed)
    const [question] = (model as RecordFormModel).form.questions ?? []
    await app.post(`${path}/void`, { ...typed, confirm: question?.code ?? '' })
    expect((await app.get(`${page}/download`)).status).toBe(409)
    const { notes, buttons, primary } = await detailAt(page)
    expect([notes?.[0]?.kind, primary]).toEqual(['warning', undefined])
    const { location } = await app.post(buttons?.[0]?.action ?? '', {})
    expect(location).not.toBe(page)
    await app.settle()
    expect(await textOf(`${location}/download`)).not.toContain('\n9,')
  })

  it('is dropped after a week, its parts with it', async () => {
    const { path } = await runOfOwn()
    const page = await made(path, 'format=svg&to=2100')
    const id = page.split('/').at(-1) ?? ''
    const kept = () => [...files.kept.keys()].filter((key) => key.includes(id))
    expect(kept().length).toBeGreaterThan(20)
    const later = (days: number) => ({ ...app.deps, now: () => app.deps.now() + days * DAY_MS })
    await runDaily(later(6))
    expect(kept().length).toBeGreaterThan(20)
    await runDaily(later(8))
    expect(kept()).toEqual([])
    expect(await db.select().from(labelFile).where(eq(labelFile.id, id))).toEqual([])
    expect((await app.get(page)).status).toBe(404)
    expect(app.deps.now()).toBeGreaterThan(NOW)
  })
})
