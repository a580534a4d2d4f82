import { escapeMarkup } from '../../../lib/text/escape-markup.ts'
/** The parts of a JSON Schema that the page tells. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: boolean | Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly description?: string
}

/** A schema as a short HTML text: `string | null`, `Reason[]`, with links to named schemas. */
export function schemaText(schema: Schema): string {
  if (schema.$ref !== undefined) return refLink(schema.$ref)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return choices.map(schemaText).join(' | ')
  if (schema.allOf !== undefined) return schema.allOf.map(schemaText).join(' &amp; ')
  if (schema.const !== undefined) return escapeMarkup(JSON.stringify(schema.const))
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => escapeMarkup(JSON.stringify(value))).join(' | ')
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any'])
  return types.map((type) => typeText(type, schema)).join(' | ')
}

/** Prose as HTML, with what stands between backticks as code. */
export function proseHtml(text: string): string {
  return escapeMarkup(text).replace(/`([^`]+)`/g, '<code>$1</code>')
}

function typeText(type: string, schema: Schema): string {
  if (type === 'array') return `${parenthesised(schemaText(schema.items ?? {}))}[]`
  if (type === 'object') return objectText(schema)
  return schema.format === undefined || type === 'null'
    ? escapeMarkup(type)
    : escapeMarkup(`${type} (${schema.format})`)
}

function objectText(schema: Schema): string {
  const { properties, additionalProperties } = schema
  if (properties === undefined) {
    return typeof additionalProperties === 'object'
      ? `{ …: ${schemaText(additionalProperties)} }`
      : 'object'
  }
  const fields = Object.entries(properties).map(
    ([name, field]) => `${escapeMarkup(name)}: ${schemaText(field)}`,
  )
  return `{ ${fields.join(', ')} }`
}

function parenthesised(text: string): string {
  return text.includes(' | ') ? `(${text})` : text
}

function refLink(ref: string): string {
  const name = escapeMarkup(ref.split('/').at(-1) ?? ref)
  return `<a href="#schema-${name}">${name}</a>`
}
