import { API_DOCS_COPY as W } from '../../../copy/api-docs.ts'
import { fill } from '../../../copy/fill.ts'
import { escapeMarkup } from '../../../lib/text/escape-markup.ts'
import { DOCS_STYLE } from './docs-style.ts'
import type { OpenApiDocument } from './openapi-document.ts'
import { proseHtml, type Schema, schemaText } from './schema-text.ts'

type Media = Readonly<Record<string, { readonly schema?: Schema }>>

/** The parts of an operation that the page tells. */
type Operation = {
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema?: Schema
  }[]
  readonly requestBody?: { readonly content: Media }
  readonly responses?: Readonly<
    Record<string, { readonly description: string; readonly content?: Media }>
  >
}

type Entry = { readonly id: string; readonly method: string; readonly path: string } & Operation

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** An OpenAPI document as one page without scripts: operations by tag, then the named schemas. */
export function docsPage(document: OpenApiDocument): string {
  const entries = entriesOf(document)
  const tags = [...new Set(entries.map(tagOf))]
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)
  const sections = tags.map((tag) => {
    const operations = entries.filter((entry) => tagOf(entry) === tag).map(operationHtml)
    return `<section><h2>${escapeMarkup(tag)}</h2>${operations.join('')}</section>`
  })
  const links = entries.map(
    ({ id, method, path }) =>
      `<li><a href="#${id}"><code>${method} ${escapeMarkup(path)}</code></a></li>`,
  )
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API · ${escapeMarkup(document.info.title)}</title><style>${DOCS_STYLE}</style></head><body><header><h1>${fill(W.title, { system: escapeMarkup(document.info.title) })}</h1><p>${proseHtml(document.info.description ?? '')}</p><p><a href="/api/openapi.json">openapi.json</a> (OpenAPI ${escapeMarkup(document.openapi)}) · <a href="/">${W.home}</a></p></header><main><nav aria-label="${W.operations}"><ul>${links.join('')}</ul></nav>${sections.join('')}<section><h2>${W.types}</h2>${schemas.map(schemaHtml).join('')}</section></main></body></html>`
}

function entriesOf(document: OpenApiDocument): Entry[] {
  const entries: Entry[] = []
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      // The generator's types are wider than what it writes; only the parts above are read.
      const operation = (item as Readonly<Record<string, Operation | undefined>>)[method]
      if (operation === undefined) continue
      const id = `${method}-${path.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '')}`
      entries.push({ ...operation, id, method: method.toUpperCase(), path })
    }
  }
  return entries
}

function tagOf(entry: Entry): string {
  return entry.tags?.[0] ?? W.others
}

function operationHtml(entry: Entry): string {
  const parts = [
    `<h3><code>${entry.method} ${escapeMarkup(entry.path)}</code></h3>`,
    `<p>${escapeMarkup(entry.summary ?? '')}</p>`,
  ]
  if (entry.description !== undefined) {
    parts.push(`<p class="note" lang="en">${proseHtml(entry.description)}</p>`)
  }
  const parameters = entry.parameters ?? []
  if (parameters.length > 0) {
    const rows = parameters.map(({ name, required, schema, description }) => {
      const mark = required === true ? W.required : ''
      return row(`${escapeMarkup(name)}${mark}`, schemaText(schema ?? {}), description)
    })
    parts.push(`<h4>${W.parameters}</h4><dl>${rows.join('')}</dl>`)
  }
  if (entry.requestBody !== undefined) {
    parts.push(`<h4>${W.body}</h4><dl>${mediaRows(entry.requestBody.content)}</dl>`)
  }
  const responses = Object.entries(entry.responses ?? {}).map(([status, response]) =>
    row(status, mediaText(response.content ?? {}), response.description),
  )
  parts.push(`<h4>${W.answers}</h4><dl>${responses.join('')}</dl>`)
  return `<section id="${entry.id}">${parts.join('')}</section>`
}

function schemaHtml([name, schema]: [string, Schema]): string {
  const fields = Object.entries(schema.properties ?? {}).map(([field, type]) => {
    const mark = schema.required?.includes(field) === true ? '' : W.optional
    return row(`${escapeMarkup(field)}${mark}`, schemaText(type), type.description)
  })
  const body =
    fields.length > 0 ? `<dl>${fields.join('')}</dl>` : `<p><code>${schemaText(schema)}</code></p>`
  const note =
    schema.description === undefined ? '' : `<p lang="en">${proseHtml(schema.description)}</p>`
  const id = escapeMarkup(name)
  return `<section id="schema-${id}"><h3><code>${id}</code></h3>${note}${body}</section>`
}

function mediaRows(content: Media): string {
  return Object.entries(content)
    .map(([type, media]) => row(escapeMarkup(type), schemaText(media.schema ?? {}), undefined))
    .join('')
}

function mediaText(content: Media): string {
  return Object.entries(content)
    .map(([type, media]) => `${escapeMarkup(type)}: ${schemaText(media.schema ?? {})}`)
    .join(' · ')
}

/** `name` and `text` are HTML already, `note` is text. */
function row(name: string, text: string, note: string | undefined): string {
  const code = text === '' ? '' : `<code>${text}</code> `
  const prose = note === undefined ? '' : `<span lang="en">${proseHtml(note)}</span>`
  return `<div><dt><code>${name}</code></dt><dd>${code}${prose}</dd></div>`
}
