import { connectWeb, type Database } from '../../../db/client.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { createApp } from '../../../worker/app.ts'
import type { Deps } from '../../../worker/http/app-env.ts'
import { neverGiveWay } from '../../../worker/lib/steps/give-way.ts'
import { isolateCache } from '../../../worker/platform/facts-cache.ts'
import type { Scan } from '../../../worker/platform/scan-sink.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import type { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { createKeyRing } from '../../../worker/verbs/scan/key-ring.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { makeRun, NOW, TEST_KEK } from '../../support/factories.ts'
import { outside } from '../../support/outside.ts'

// Read beforehand what the application imports when first asked: some answers are timed.
await import('../../../worker/public-router.ts')

export const ORIGIN = 'https://tem.example.vn'

/** What a phone sends. */
export const PHONE = {
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  'user-agent':
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
} as const

export const JSON_ONLY = { accept: 'application/json' } as const

/** The whole application on a database, with a clock of its own and pages that only name their content. */
export function scanApp(db: Database, given: Partial<Deps> = {}) {
  const state = { now: NOW, database: db, databaseCalls: 0, rendered: 0 }
  const scans: Scan[] = []
  const background: Promise<unknown>[] = []
  const deps: Deps = {
    db: () => {
      state.databaseCalls += 1
      return state.database
    },
    now: () => state.now,
    newId: () => crypto.randomUUID(),
    giveWay: neverGiveWay,
    origin: ORIGIN,
    issuerName: 'Sở thử nghiệm',
    demo: false,
    ownHosts: new Set(['tem.example.vn']),
    labelOrigin: ORIGIN.toUpperCase(),
    kek: TEST_KEK,
    cache: isolateCache({ maxBytes: 4_000_000, shared: null }),
    keys: createKeyRing(),
    scans: { record: (scan) => void scans.push(scan) },
    pages: {
      render: async (model) => {
        state.rendered += 1
        return { html: describe(model), styleHash: 'sha256-test' }
      },
    },
    waitUntil: (work) => void background.push(work),
    asset: async () => null,
    ...outside(),
    ...given,
  }
  const app = createApp(() => deps)
  const ask = (path: string, init: RequestInit = {}) =>
    app.fetch(rawRequest(path, init), {}, { waitUntil: (work) => void background.push(work) })
  return {
    scans,
    deps,
    state,
    ask,
    /** As a phone opens it. */
    open: (path: string) => ask(path, { headers: PHONE }),
    askJson: async (path: string) => {
      const response = await ask(path, { headers: JSON_ONLY })
      return { status: response.status, body: await response.json() }
    },
    wait: (ms: number) => {
      state.now += ms
    },
    breakDatabase: () => {
      state.database = connectWeb({ url: 'http://127.0.0.1:9', authToken: undefined })
    },
    mendDatabase: () => {
      state.database = db
    },
    settle: () => Promise.all(background.splice(0)),
  }
}

/** `Request` would rewrite the path before it is read; a runtime hands it over as it came. */
export function rawRequest(path: string, init: RequestInit = {}): Request {
  const request = new Request(`${ORIGIN}/`, init)
  Object.defineProperty(request, 'url', { value: `${ORIGIN}${path}` })
  return request
}

/** A batch with labels; `paths` are those of the run, in order of serial. */
export async function issued(
  ctx: VerbContext,
  given: Partial<Parameters<typeof issueLabels>[0]['input']> & Parameters<typeof makeRun>[1] = {},
) {
  const made = await makeRun(ctx, given)
  const paths = await pathsOf(ctx, made.run.id)
  return { ...made, paths, path: paths[0] ?? '' }
}

export async function pathsOf(ctx: VerbContext, runId: string): Promise<string[]> {
  const labels = await collectLabels(await reprint({ ctx, input: { runId } }))
  return labels.map(({ url }) => url.slice(ctx.labelOrigin.length))
}

/** Another signature under the same key id: a label nobody signed. */
export function forge(path: string): string {
  const [, sig = '', ...subject] = path.split('/')
  const other = sig[50] === 'Q' ? 'R' : 'Q'
  return `/${sig.slice(0, 50)}${other}${sig.slice(51)}/${subject.join('/')}`
}

/** A page in one line: its kind and what it was told, with the slots of its label. */
function describe(model: PageModel): string {
  const head = `${model.kind} lang=${model.lang} demo=${model.demo}`
  if (model.kind === 'problem') return `${head} status=${model.status} id=${model.requestId}`
  if (model.kind !== 'scan' && model.kind !== 'check') return head
  const { verdict } = model
  if (verdict === null) return head
  const codes = verdict.reasons.map((reason) => reason.code).join(',')
  const told = `${verdict.authenticity}/${verdict.standing}/${codes} stale=${verdict.stale}`
  if (model.kind === 'check') return `${head} ${told}`
  const { serial, scans, asOf } = model.slots
  const texts = verdict.reasons.map((reason) => reason.text.vi).join(' ')
  return `${head} ${told} typed=${model.typed} [${serial}] [${scans}] [${asOf}] {${texts}}`
}
