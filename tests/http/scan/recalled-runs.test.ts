import { describe, expect, it } from 'vitest'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { showRun } from '../../../worker/verbs/labels/show-run.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { withdrawException } from '../../../worker/verbs/labels/withdraw-exception.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, NOW } from '../../support/factories.ts'
import { ORIGIN, pathsOf, scanApp } from './support.ts'

const database = freshDatabase()

const PROFILES = ['compact', 'full', 'gs1'] as const
const DAY = 86_400_000

/** A batch with two runs of one profile, the second issued a day after the first. */
async function twoRuns(
  profile: (typeof PROFILES)[number],
  asked: { count: number } | { wholeBatch: true },
) {
  const { db } = await database
  const ctx = makeContext(db)
  const batch = await makeBatch(ctx)
  const first = await issueLabels({ ctx, input: { ref: batch.ref, profile, ...asked } })
  const later = makeContext(db, { now: () => NOW + DAY })
  const second = await issueLabels({ ctx: later, input: { ref: batch.ref, profile, ...asked } })
  const paths = [await pathsOf(ctx, first.run.id), await pathsOf(ctx, second.run.id)] as const
  return { ctx, batch, runs: [first.run, second.run] as const, paths }
}

async function told(app: ReturnType<typeof scanApp>, path: string) {
  const { body } = await app.askJson(path)
  const page = await (await app.open(path)).text()
  const verify = await app.ask('/api/v1/verify', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: `${ORIGIN.toUpperCase()}${path}` }),
  })
  const verified = (await verify.json()) as { standing: string; reasons: { code: string }[] }
  const answers = [
    `${body.standing} ${body.reasons.map((reason: { code: string }) => reason.code)}`,
    `${verified.standing} ${verified.reasons.map(({ code }) => code)}`,
    /genuine\/(\w+)\/([\w,]*) /.exec(page)?.slice(1).join(' ') ?? page,
  ]
  return [...new Set(answers)].join(' | ')
}

async function noticesOf(app: ReturnType<typeof scanApp>, ref: string) {
  const json = await app.askJson('/api/v1/notices?limit=100')
  const items = json.body.items as { subject: { text: string }; withdrawnAt: string | null }[]
  const atom = await (
    await app.ask('/api/v1/notices', { headers: { accept: 'application/atom+xml' } })
  ).text()
  return {
    json: items.filter(({ subject }) => subject.text === ref).length,
    atom: atom.includes(`/b/${ref}`),
  }
}

describe.each(PROFILES)('two runs of %s labels', (profile) => {
  it('of the whole batch share one label: what befalls either run befalls it, within 30 seconds', async () => {
    const { ctx, batch, runs, paths } = await twoRuns(profile, { wholeBatch: true })
    expect(paths[0]).toEqual(paths[1])
    const [path = ''] = paths[0]
    for (const run of runs) {
      const app = scanApp(ctx.db)
      expect(await told(app, path)).toBe('clear ')
      const input = { runId: run.id, kind: 'recalled', reason: 'Hở bao bì' } as const
      const recalled = await voidLabels({ ctx, input })
      const others = runs.filter(({ id }) => id !== run.id).map(({ id }) => id)
      expect(recalled.sharedWith).toEqual(others)
      app.wait(30_001)
      expect(await told(app, path)).toBe('stop label_recalled')
      expect(await noticesOf(app, batch.ref)).toEqual({ json: expect.any(Number), atom: true })
      for (const { id } of runs) {
        await expect(reprint({ ctx, input: { runId: id } })).rejects.toMatchObject({
          code: 'conflict',
        })
        const { exceptions } = await showRun({ ctx, input: { runId: id } })
        expect(exceptions.map(({ kind }) => kind)).toEqual(['recalled'])
      }
      await withdrawException({ ctx, input: { exceptionId: recalled.id, reason: 'Đã kiểm tra' } })
      app.wait(30_001)
      expect(await told(app, path)).toBe('clear ')
    }
  })

  it('of units are told apart: only the labels of the run that is recalled stop', async () => {
    const { ctx, batch, runs, paths } = await twoRuns(profile, { count: 3 })
    const app = scanApp(ctx.db)
    const [one = '', other = ''] = [paths[0][1], paths[1][1]]
    expect(await told(app, one)).toBe('clear ')
    const input = { runId: runs[1].id, kind: 'recalled', reason: 'Hở bao bì' } as const
    expect((await voidLabels({ ctx, input })).sharedWith).toEqual([])
    app.wait(30_001)
    expect(await told(app, one)).toBe('clear ')
    expect(await told(app, other)).toBe('stop label_recalled')
    expect(await noticesOf(app, batch.ref)).toEqual({ json: 1, atom: true })
  })
})

describe('whole-batch labels under two keys', () => {
  it('are two labels: what befalls the second leaves the first alone', async () => {
    const { db } = await database
    const ctx = makeContext(db)
    const batch = await makeBatch(ctx)
    const asked = { ref: batch.ref, profile: 'compact', wholeBatch: true } as const
    const first = await issueLabels({ ctx, input: asked })
    await rotateKey({ ctx, input: {} })
    const second = await issueLabels({ ctx, input: asked })
    const [before = ''] = await pathsOf(ctx, first.run.id)
    const [after = ''] = await pathsOf(ctx, second.run.id)
    await voidLabels({ ctx, input: { runId: second.run.id, kind: 'stolen', reason: 'Mất cuộn' } })
    const app = scanApp(db)
    expect(await told(app, before)).toBe('clear ')
    expect(await told(app, after)).toBe('stop label_stolen')
  })
})
