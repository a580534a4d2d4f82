import type { PageModel } from '../site/page-models.ts'
import { createApp } from './app.ts'
import { createMakeDeps } from './deps.ts'
import type { consumeScans } from './jobs/consume-scans.ts'
import type { RenderedPage } from './platform/page-renderer.ts'

/**
 * The only module that knows of Astro: pages are rendered by name, from a model. What does it is imported
 * with the first page, as all else is that a start need not wait for.
 */
async function render(model: PageModel): Promise<RenderedPage> {
  const { renderPage } = await import('../site/render-page.ts')
  const html = await renderPage(model)
  return { html, styleHash: await hashOfStyle(html) }
}

const hashes = new Map<string, string>()

/** There are two styles, the public one and the portal's; each hash is worked out once. */
async function hashOfStyle(html: string): Promise<string | null> {
  const start = html.indexOf('>', html.indexOf('<style')) + 1
  const end = html.indexOf('</style>', start)
  if (end < 0) return null
  const style = html.slice(start, end)
  const known = hashes.get(style)
  if (known !== undefined) return known
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  const hash = `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
  hashes.set(style, hash)
  return hash
}

const makeDeps = createMakeDeps({ render })
const app = createApp(makeDeps)

type Env = Record<string, unknown>
type Waiter = { waitUntil: (work: Promise<unknown>) => void }
type ScanBatch = Parameters<typeof consumeScans>[0]['batch']
type QueueBatch = ScanBatch & { readonly queue: string }

/** As in wrangler.toml. */
const JOB_QUEUE = 'goc-jobs'

export default {
  fetch: app.fetch,
  queue: async (batch: QueueBatch, env: Env, executionCtx: Waiter) => {
    await makeDeps.prepare()
    const deps = makeDeps({ env, executionCtx })
    if (batch.queue === JOB_QUEUE) {
      const { consumeJobs } = await import('./jobs/consume-jobs.ts')
      return consumeJobs(deps)
    }
    const { consumeScans } = await import('./jobs/consume-scans.ts')
    return consumeScans({ batch, deps })
  },
  scheduled: async (event: { readonly cron: string }, env: Env, executionCtx: Waiter) => {
    const { onSchedule } = await import('./jobs/on-schedule.ts')
    await makeDeps.prepare()
    return onSchedule(event.cron, makeDeps({ env, executionCtx }))
  },
}

/**
 * What cron is on Cloudflare, for workerd alone: an entry that no public socket leads to. Whoever
 * keeps the timer asks it with the schedule's text as body.
 */
export const timer = {
  fetch: async (request: Request, env: Env, executionCtx: Waiter): Promise<Response> => {
    const { onSchedule } = await import('./jobs/on-schedule.ts')
    await makeDeps.prepare()
    await onSchedule(await request.text(), makeDeps({ env, executionCtx }))
    return new Response(null, { status: 204 })
  },
}
