import { createApp as createSite } from 'astro/app/entrypoint'
import type { PageModel } from '../site/page-models.ts'
import { createApp } from './app.ts'
import { createMakeDeps } from './deps.ts'
import { consumeScans } from './jobs/consume-scans.ts'
import { runDaily } from './jobs/run-daily.ts'
import type { RenderedPage } from './platform/page-renderer.ts'

/** The only module that knows Astro's runtime: pages are rendered by name, from a model. */
const site = createSite()

async function render(model: PageModel): Promise<RenderedPage> {
  const request = new Request(`http://site.internal/${model.kind}`)
  const response = await site.render(request, { locals: { page: model } })
  if (!response.ok) throw new Error(`the page ${model.kind} was not rendered`)
  const html = await response.text()
  return { html, styleHash: await hashOfStyle(html) }
}

async function hashOfStyle(html: string): Promise<string | null> {
  const style = /<style[^>]*>([\s\S]*?)<\/style>/.exec(html)?.[1]
  if (style === undefined) return null
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}

const makeDeps = createMakeDeps({ render })
const app = createApp(makeDeps)

type Env = Record<string, unknown>
type Waiter = { waitUntil: (work: Promise<unknown>) => void }
type QueueBatch = Parameters<typeof consumeScans>[0]['batch']

export default {
  fetch: app.fetch,
  queue: (batch: QueueBatch, env: Env, executionCtx: Waiter) =>
    consumeScans({ batch, deps: makeDeps({ env, executionCtx }) }),
  scheduled: (_event: unknown, env: Env, executionCtx: Waiter) =>
    runDaily(makeDeps({ env, executionCtx })),
}
