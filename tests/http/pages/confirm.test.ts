import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { labelConfirmation, labelRun, rateLimit } from '../../../db/schema/index.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { renderLabels } from '../../../worker/verbs/labels/render-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun, NOW } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { forge } from '../scan/support.ts'

const MINUTE_MS = 60_000

let db: Database

beforeAll(async () => {
  ;({ db } = await freshDatabase())
})

/** A run of three labels with PINs, or without, and the application that a stranger asks. */
async function pinned(given: { pin?: boolean; profile?: 'compact' | 'full' | 'gs1' } = {}) {
  const ctx = makeContext(db)
  const { run, batch } = await makeRun(ctx, { count: 3, pin: true, ...given })
  const made = await reprint({ ctx, input: { runId: run.id } })
  const labels = await collectLabels(made)
  const [label] = labels
  if (label === undefined) throw new Error('no label')
  const path = label.url.slice(ctx.labelOrigin.length)
  const pin = label.pin ?? ''
  const app = portalApp(db, null)
  const other = pin === '000000' ? '000001' : '000000'
  return { ctx, run, batch, made, labels, path, pin, other, app }
}

async function confirm(app: PortalApp, path: string, pin: string) {
  const answer = await app.post(`/confirm?label=${encodeURIComponent(path)}`, { pin })
  if (answer.model?.kind !== 'confirm') throw new Error(`no answer: ${answer.status}`)
  return { status: answer.status, ...answer.model }
}

describe('POST /confirm', () => {
  it('says when the first was, the first time and ever after', async () => {
    const { app, path, pin } = await pinned()
    const first = { kind: 'first', firstAt: NOW, count: 1 }
    expect(await confirm(app, path, pin)).toMatchObject({ status: 200, confirmation: first })
    app.wait(3 * MINUTE_MS)
    const again = { kind: 'again', firstAt: NOW, count: 2 }
    expect(await confirm(app, path, ` ${pin.slice(0, 3)}-${pin.slice(3)}`)).toMatchObject({
      status: 200,
      confirmation: again,
    })
  })

  it('takes a doubled click for one confirmation', async () => {
    const { app, path, pin, run } = await pinned()
    const both = await Promise.all([confirm(app, path, pin), confirm(app, path, pin)])
    const kinds = both.map(({ confirmation }) => confirmation.kind)
    // Of two tries at the same moment one may be asked to wait; none is told that it was confirmed before.
    expect(kinds).toContain('first')
    expect(kinds).not.toContain('again')
    expect(kinds).not.toContain('wrong')
    const [row] = await db
      .select()
      .from(labelConfirmation)
      .where(eq(labelConfirmation.unitSpace, run.unitSpace))
    expect(row).toMatchObject({ serial: 1, count: 1, firstAt: NOW })
  })

  it('keeps nothing of labels that nobody has confirmed', async () => {
    const { app, path, other, run } = await pinned()
    const { confirmation } = await confirm(app, path, other)
    expect(confirmation).toEqual({ kind: 'wrong', left: 4, waitMs: 0 })
    const of = eq(labelConfirmation.unitSpace, run.unitSpace)
    expect(await db.select().from(labelConfirmation).where(of)).toEqual([])
  })

  it('is locked after wrong PINs, also for the right one, and opens again by itself', async () => {
    const { app, path, pin, other } = await pinned()
    for (let left = 4; left >= 0; left--) {
      const answer = await confirm(app, path, other)
      expect(answer).toMatchObject({ status: 422, confirmation: { kind: 'wrong', left } })
    }
    expect(await confirm(app, path, pin)).toMatchObject({
      status: 429,
      confirmation: { kind: 'locked', waitMs: MINUTE_MS },
    })
    app.wait(MINUTE_MS)
    const { confirmation } = await confirm(app, path, pin)
    expect(confirmation).toMatchObject({ kind: 'first', firstAt: NOW + MINUTE_MS })
    // What was tried is forgotten with the right one.
    const key = `pin:${(await pinnedUnit(path)).unitSpace} 1`
    expect(await db.select().from(rateLimit).where(eq(rateLimit.key, key))).toEqual([])
  })

  it('hears one of many tries at the same moment', async () => {
    const { app, path, other } = await pinned()
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(app, path, other)))
    const wrong = answers.filter(({ confirmation }) => confirmation.kind === 'wrong')
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.length).toBeLessThanOrEqual(5)
  })

  it('counts no try where what was typed is no PIN', async () => {
    const { app, path, other } = await pinned()
    expect(await confirm(app, path, '12a')).toMatchObject({
      status: 422,
      confirmation: { kind: 'odd' },
      typed: '12a',
    })
    expect((await confirm(app, path, other)).confirmation).toMatchObject({ left: 4 })
  })

  it('confirms no label that is not genuine, and none without a PIN', async () => {
    const { app, path, pin } = await pinned()
    const forged = await confirm(app, forge(path), pin)
    expect(forged).toMatchObject({ status: 404, confirmation: { kind: 'none' } })
    expect(forged.verdict.authenticity).toBe('forged')
    expect(await confirm(app, 'nothing', pin)).toMatchObject({ label: null, status: 404 })
    const plain = await pinned({ pin: false })
    expect(await confirm(plain.app, plain.path, '123456')).toMatchObject({
      confirmation: { kind: 'none' },
      verdict: { authenticity: 'genuine' },
    })
  })

  it('changes nothing of what a stopped label says', async () => {
    const { ctx, app, path, pin, run } = await pinned()
    await voidLabels({ ctx, input: { runId: run.id, from: 1, to: 1, kind: 'void', reason: 'x' } })
    const { confirmation, verdict } = await confirm(app, path, pin)
    expect(confirmation.kind).toBe('first')
    expect(verdict).toMatchObject({ authenticity: 'genuine', standing: 'stop' })
  })

  it('knows the PINs of a key that has been replaced', async () => {
    const { ctx, app, path, pin } = await pinned({ profile: 'gs1' })
    await rotateKey({ ctx, input: {} })
    expect((await confirm(app, path, pin)).confirmation.kind).toBe('first')
  })

  it('refuses forms of other sites, and is limited', async () => {
    const { app, path, pin } = await pinned()
    const at = `/confirm?label=${encodeURIComponent(path)}`
    const foreign = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }
    expect((await app.ask(at, foreign)).status).toBe(403)
    const taken: string[] = []
    const limits = {
      take: async (name: string) => {
        taken.push(name)
        if (name === 'confirm_label')
          throw new Problem({ code: 'too_many_requests', text: { vi: 'x', en: 'x', zh: 'x' } })
      },
      forget: async () => undefined,
    }
    const { accounts } = app.deps
    const originOf = () => ({ device: null, deviceOf: () => null, network: '10.0.0.1' })
    const limited = portalApp(db, null, { accounts: { ...accounts, limits, originOf } })
    expect((await limited.post(at, { pin })).status).toBe(429)
    expect(taken).toEqual(['confirm', 'confirm_label'])
  })

  it('leads whoever opens it to the page of the label', async () => {
    const { app, path } = await pinned()
    const { status, location } = await app.get(`/confirm?label=${encodeURIComponent(path)}&lang=en`)
    expect([status, location]).toEqual([303, `${path}?lang=en`])
    expect((await app.get('/confirm?label=//evil.example')).location).toBe('/')
  })
})

async function pinnedUnit(path: string) {
  const ref = path.split('/')[3] ?? ''
  return { unitSpace: `B/${ref}` }
}

describe('labels with PINs', () => {
  it('ask for it on their page, and no others do', async () => {
    const { app, path } = await pinned()
    const headers = { accept: 'text/html', 'user-agent': 'x' }
    const shown = async (of: string) => {
      const { model } = await app.ask(of, { headers })
      if (model?.kind !== 'scan') throw new Error('no page of a label')
      return model.hasPin
    }
    expect(await shown(path)).toBe(true)
    const plain = await pinned({ pin: false })
    expect(await shown(plain.path)).toBe(false)
  })

  it('are printed with the same PIN whenever they are printed', async () => {
    const { ctx, run, labels } = await pinned()
    const made = await reprint({ ctx, input: { runId: run.id, from: 2, to: 3, copies: 2 } })
    const again = await collectLabels(made)
    expect(again.map(({ pin }) => pin)).toEqual([1, 1, 2, 2].map((at) => labels[at]?.pin))
    const chunks: Uint8Array[] = []
    for await (const chunk of renderLabels(made, { format: 'csv' }).chunks()) chunks.push(chunk)
    const [head, first] = Buffer.concat(chunks).toString().split('\n')
    expect(head).toBe('serial,url,ref,profile,kid,pin')
    expect(first?.split(',').at(-1)).toBe(labels[1]?.pin)
  })

  it('are units, not labels of a whole batch', async () => {
    const ctx = makeContext(db)
    await expect(makeRun(ctx, { wholeBatch: true, pin: true })).rejects.toMatchObject({
      code: 'invalid_input',
      errors: [{ path: 'pin' }],
    })
  })

  it('are asked for by the form, whose sample shows where the PIN goes', async () => {
    const ctx = makeContext(db)
    const { batch } = await makeRun(ctx)
    const person = await makePerson(db, 'producer', { organisationId: batch.organisationId })
    const app = portalApp(db, person)
    const at = `/portal/batches/${batch.ref}/labels`
    const { model } = await app.get(`${at}?kind=unit&count=2&profile=full&pin=yes`)
    if (model?.kind !== 'portal/record') throw new Error('no form')
    expect(model.sections?.[0]?.picture).toContain('000 000')
    const asked = { kind: 'unit', count: '2', stock: 'a4-24', profile: 'full', pin: 'yes' }
    const sent = await app.post(at, { ...asked, once: 'x'.repeat(22) })
    expect(sent.status).toBe(303)
    const runs = await db.select().from(labelRun).where(eq(labelRun.batchId, batch.id))
    expect(runs.map(({ hasPin }) => hasPin).sort()).toEqual([false, true])
  })

  it('tell an inspector how often they were confirmed', async () => {
    const { app, path, pin, batch } = await pinned()
    await confirm(app, path, pin)
    app.wait(3 * MINUTE_MS)
    await confirm(app, path, pin)
    const inspector = portalApp(db, await makePerson(db, 'inspector'))
    const { model } = await inspector.get(`/portal/scan?code=${encodeURIComponent(path)}`)
    if (model?.kind !== 'portal/detail') throw new Error('no page')
    const facts = model.facts.map(({ label, text }) => [label, text])
    expect(facts).toContainEqual(['Mã cào', expect.stringContaining('xác nhận 2 lần')])
    const scans = model.sections.find(({ id }) => id === 'scans')
    expect(scans?.text).toContain('1 tem đã xác nhận, 1 tem hơn một lần')
    expect(batch.ref).toBe(path.split('/')[3])
  })
})
