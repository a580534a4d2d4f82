import type { SSRResult } from 'astro'
import { renderToString } from 'astro/runtime/server/index.js'
import type { PageModel } from './page-models.ts'

type Page = Parameters<typeof renderToString>[1]

const pages = import.meta.glob<{ default: Page }>('./pages/**/*.astro')

/**
 * A page's HTML from its model, by Astro's compiled components alone. Its application around them
 * (table of routes, middleware, cookies, actions) answers nobody here, for the Worker has routes of its
 * own, and to load it cost a first scan more than all of the page.
 */
export async function renderPage(model: PageModel): Promise<string> {
  const page = await pages[`./pages/${model.kind}.astro`]?.()
  if (page === undefined) throw new Error(`there is no page ${model.kind}`)
  const html = await renderToString(newResult(model), page.default, {}, {}, true)
  if (typeof html !== 'string') throw new Error(`the page ${model.kind} was not rendered`)
  return html
}

type Slots = Readonly<Record<string, unknown>>

/**
 * What components ask of the page they are part of: the model as `Astro.locals`, their properties and
 * slots. Anything else of `Astro` is absent, so a page cannot depend on an address or a request. The cast
 * states that no page has islands, scripts, styles or a policy of Astro's own, which is what the rest of an
 * `SSRResult` is for; pages that did would fail the first time they are rendered.
 */
function newResult(page: PageModel): SSRResult {
  const astro = { locals: { page } }
  const result = {
    cancelled: false,
    base: '/',
    styles: new Set(),
    scripts: new Set(),
    links: new Set(),
    componentMetadata: new Map(),
    inlinedScripts: new Map(),
    clientDirectives: new Map(),
    renderers: [],
    compressHTML: true,
    partial: false,
    pathname: `/${page.kind}`,
    shouldInjectCspMetaTags: false,
    response: { status: 200, statusText: 'OK', headers: new Headers() },
    createAstro: (props: object, slots: Slots | null) => ({
      ...astro,
      props,
      slots: { has: (name: string) => slots !== null && Object.hasOwn(slots, name) },
    }),
    _metadata: {
      hasHydrationScript: false,
      rendererSpecificHydrationScripts: new Set(),
      hasRenderedHead: false,
      renderedScripts: new Set(),
      hasDirectives: new Set(),
      hasRenderedServerIslandRuntime: false,
      headInTree: false,
      extraHead: [],
      extraStyleHashes: [],
      extraScriptHashes: [],
      propagators: new Set(),
      routeHasPropagation: false,
      pendingSlotEvaluations: [],
      templateDepth: 0,
    },
  }
  return result as unknown as SSRResult
}
