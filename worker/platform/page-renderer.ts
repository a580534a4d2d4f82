import type { PageModel } from '../../site/page-models.ts'

/** A rendered page: HTML text, and the hash of its one inline style for the content security policy. */
export type RenderedPage = { readonly html: string; readonly styleHash: string | null }

/** Renders a page of the site from its model. The site makes HTML and nothing else. */
export type PageRenderer = { readonly render: (model: PageModel) => Promise<RenderedPage> }
