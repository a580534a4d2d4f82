import { API_DOCS_COPY as W } from '../../../copy/api-docs.ts'
import { SCOPE_NAMES } from '../../../copy/portal/tokens.ts'
import { escapeMarkup } from '../../../lib/text/escape-markup.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { SCOPES } from '../../../verbs/context.ts'

/** What the quick start needs of each operation. */
type Step = {
  readonly id: string
  readonly operationId: string
  readonly security: readonly unknown[]
}

/** In the order in which a program does them. */
const WAY = [
  'createProduct',
  'createBatch',
  'updateBatch',
  'issueLabels',
  'downloadLabels',
] as const

const COMMAND =
  "npm run goc -- token create --name erp --organisation '…' --scope batches:write --scope labels:issue"

/** Making a token, what it may do, what to set before the requests that each operation shows. */
export function quickStart(input: {
  readonly steps: readonly Step[]
  readonly origin: string
  readonly lang: Language
}): string {
  const { steps, origin, lang } = input
  const link = ({ id, operationId }: Step) => `<a href="#${id}"><code>${operationId}</code></a>`
  const scopes = SCOPES.map((scope) => {
    const needing = steps.filter(({ security }) => scopesIn(security).includes(scope)).map(link)
    const name = escapeMarkup(SCOPE_NAMES[scope][lang])
    return `<div><dt><code>${scope}</code></dt><dd>${name}: ${needing.join(', ')}</dd></div>`
  })
  const way = WAY.flatMap((name) => steps.filter(({ operationId }) => operationId === name))
  const settings = `ORIGIN=${origin}\nTOKEN=goc_…`
  return [
    `<section id="quick-start"><h2>${W.startTitle[lang]}</h2><p>${W.startLead[lang]}</p>`,
    `<h3>${W.tokenTitle[lang]}</h3><p>${W.token[lang]}</p>${code(COMMAND)}`,
    `<p><a href="/portal/tokens">${W.toTokens[lang]}</a></p>`,
    `<h3>${W.scopesTitle[lang]}</h3><p>${W.scopes[lang]}</p><dl>${scopes.join('')}</dl>`,
    `<h3>${W.sendTitle[lang]}</h3><p>${W.send[lang]}</p>${code(settings)}`,
    `<p>${W.wayTitle[lang]}: ${way.map(link).join(' → ')}</p>`,
    `<p>${W.errors[lang]}</p></section>`,
  ].join('')
}

/** The scopes that a security requirement names. */
export function scopesIn(security: readonly unknown[]): string[] {
  return security.flatMap((each) =>
    Object.values(each as Readonly<Record<string, string[]>>).flat(),
  )
}

function code(text: string): string {
  return `<pre><code>${escapeMarkup(text)}</code></pre>`
}
