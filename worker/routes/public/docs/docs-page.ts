import { API_DOCS_COPY as W } from '../../../copy/api-docs.ts'
import { fill } from '../../../copy/fill.ts'
import { LANGUAGE_NAMES } from '../../../copy/site.ts'
import { escapeMarkup } from '../../../lib/text/escape-markup.ts'
import { LANGUAGES, type Language } from '../../../lib/text/local-text.ts'
import { DOCS_STYLE } from './docs-style.ts'
import type { OpenApiDocument } from './openapi-document.ts'
import { quickStart, scopesIn } from './quick-start.ts'
import { sampleRequest } from './sample-request.ts'
import { proseHtml, type Schema, schemaText } from './schema-text.ts'

type Media = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>

/** The parts of an operation that the page tells. */
type Operation = {
  readonly operationId: string
  readonly security?: readonly unknown[]
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

/** An OpenAPI document as one page without scripts: how to begin, operations by tag, the named schemas. */
export function docsPage(
  document: OpenApiDocument,
  { origin, lang }: { readonly origin: string; readonly lang: Language },
): string {
  const entries = entriesOf(document)
  const tagOf = (entry: Entry) => entry.tags?.[0] ?? W.others[lang]
  const tags = [...new Set(entries.map(tagOf))]
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, Schema>)
  const sections = tags.map((tag) => {
    const operations = entries.filter((entry) => tagOf(entry) === tag)
    return `<section><h2>${escapeMarkup(tag)}</h2>${operations.map((each) => operationHtml(each, lang)).join('')}</section>`
  })
  const links = entries.map(
    ({ id, method, path }) =>
      `<li><a href="#${id}"><code>${method} ${escapeMarkup(path)}</code></a></li>`,
  )
  const steps = entries.map(({ id, operationId, security = [] }) => ({ id, operationId, security }))
  const title = escapeMarkup(document.info.title)
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>API · ${title}</title><style>${DOCS_STYLE}</style>`
  const header = [
    `<h1>${fill(W.title[lang], { system: title })}</h1>`,
    `<p>${proseHtml(document.info.description ?? '')}</p>`,
    `<p><a href="/api/openapi.json">openapi.json</a> (OpenAPI ${escapeMarkup(document.openapi)}) · <a href="/">${W.home[lang]}</a></p>`,
    `<p>${languageLinks(lang)}</p>`,
  ]
  const main = [
    quickStart({ steps, origin, lang }),
    `<nav aria-label="${W.operations[lang]}"><ul>${links.join('')}</ul></nav>`,
    ...sections,
    `<section><h2>${W.types[lang]}</h2>${schemas.map((each) => schemaHtml(each, lang)).join('')}</section>`,
  ]
  return `<!doctype html><html lang="${lang}"><head>${head}</head><body><header>${header.join('')}</header><main>${main.join('')}</main></body></html>`
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

function operationHtml(entry: Entry, lang: Language): string {
  const parts = [
    `<h3><code>${entry.method} ${escapeMarkup(entry.path)}</code></h3>`,
    `<p>${escapeMarkup(entry.summary ?? '')}</p>`,
  ]
  if (entry.description !== undefined) {
    parts.push(`<p class="note" lang="en">${proseHtml(entry.description)}</p>`)
  }
  parts.push(needsHtml(entry, lang))
  const sample = escapeMarkup(sampleRequest(entry))
  parts.push(`<h4>${W.sample[lang]}</h4><pre><code>${sample}</code></pre>`)
  const parameters = entry.parameters ?? []
  if (parameters.length > 0) {
    const rows = parameters.map(({ name, required, schema, description }) => {
      const mark = required === true ? W.required[lang] : ''
      return row(`${escapeMarkup(name)}${mark}`, schemaText(schema ?? {}), description)
    })
    parts.push(`<h4>${W.parameters[lang]}</h4><dl>${rows.join('')}</dl>`)
  }
  if (entry.requestBody !== undefined) {
    parts.push(`<h4>${W.body[lang]}</h4><dl>${mediaRows(entry.requestBody.content)}</dl>`)
  }
  const responses = Object.entries(entry.responses ?? {}).map(([status, response]) =>
    row(status, mediaText(response.content ?? {}), response.description),
  )
  parts.push(`<h4>${W.answers[lang]}</h4><dl>${responses.join('')}</dl>`)
  return `<section id="${entry.id}">${parts.join('')}</section>`
}

function needsHtml({ security = [] }: Entry, lang: Language): string {
  if (security.length === 0) return ''
  const scopes = scopesIn(security).map((scope) => `<code>${scope}</code>`)
  return scopes.length === 0
    ? `<p>${W.needsAny[lang]}.</p>`
    : `<p>${W.needs[lang]} ${scopes.join(', ')}.</p>`
}

function languageLinks(lang: Language): string {
  const others = LANGUAGES.filter((other) => other !== lang)
  return others
    .map(
      (other) => `<a href="/api/docs?lang=${other}" lang="${other}">${LANGUAGE_NAMES[other]}</a>`,
    )
    .join(' · ')
}

function schemaHtml([name, schema]: [string, Schema], lang: Language): string {
  const fields = Object.entries(schema.properties ?? {}).map(([field, type]) => {
    const mark = schema.required?.includes(field) === true ? '' : W.optional[lang]
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
