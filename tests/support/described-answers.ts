import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

// biome-ignore lint/suspicious/noExplicitAny: a description is looked into as it comes
type Json = any

type Operation = {
  readonly id: string
  readonly method: string
  readonly path: RegExp
  readonly responses: Json
}

/** Headers that mean something to a program: none of them may come undescribed. */
const TELLING = [
  ...['age', 'content-disposition', 'etag', 'goc-skipped', 'last-modified', 'link', 'location'],
  ...['retry-after', 'warning', 'www-authenticate'],
]

/** Holds answers to an OpenAPI description: what is not described there is a fault. */
export function describedAnswers(document: Json) {
  const validators = validatorsOf(document)
  const operations = operationsOf(document)
  const seen = new Set<string>()
  const faultsOf = async (operation: Operation, response: Response): Promise<string[]> => {
    const { id, responses } = operation
    const status = String(response.status)
    const described = responses[status]
    if (described === undefined) return [`${id} answers ${status}`]
    seen.add(`${id} ${status}`)
    const where = `${id} ${status}`
    return [
      ...headerFaults(described.headers ?? {}, response.headers),
      ...(await bodyFaults(described.content ?? {}, response, validators(where))),
    ].map((fault) => `${where}: ${fault}`)
  }
  return {
    /** Every `operationId status` of the description. */
    all: operations.flatMap(({ id, responses }) =>
      Object.keys(responses).map((status) => `${id} ${status}`),
    ),
    /** Those that were answered. */
    seen,
    /** What of an answer is not as described. */
    faults: async (method: string, path: string, response: Response): Promise<string[]> => {
      const [bare = ''] = path.split('?')
      const found = operations.filter(
        (each) => each.method === method.toLowerCase() && each.path.test(bare),
      )
      if (found.length === 0) return [`${method} ${bare} is not described`]
      const faults = found.map((operation) => faultsOf(operation, response.clone()))
      return (await Promise.all(faults)).flat()
    },
  }
}

function operationsOf(document: Json): Operation[] {
  return Object.entries<Json>(document.paths).flatMap(([template, item]) => {
    // Only the signed text of a label holds slashes, and only a signature is as long.
    const source = template
      .replace(/[.]/g, '\\.')
      .replace('{SIG}', '[^/]{60,}')
      .replace('{SUBJECT}', '.+')
      .replace(/\{\w+\}/g, '[^/]+')
    const path = new RegExp(`^${source}$`)
    return Object.entries<Json>(item).map(([method, { operationId: id, responses }]) => ({
      ...{ id, method, path, responses },
    }))
  })
}

function headerFaults(described: Json, headers: Headers): string[] {
  const names = Object.keys(described).map((name) => name.toLowerCase())
  const missing = Object.keys(described).filter(
    (name) => described[name].required === true && !headers.has(name),
  )
  const extra = TELLING.filter((name) => headers.has(name) && !names.includes(name))
  const odd = Object.keys(described).filter(
    (name) => described[name].schema.type === 'integer' && !/^\d+$/.test(headers.get(name) ?? '0'),
  )
  return [
    ...missing.map((name) => `no ${name}`),
    ...extra.map((name) => `${name} is not described`),
    ...odd.map((name) => `${name} is no number`),
  ]
}

async function bodyFaults(
  content: Json,
  response: Response,
  validate: (type: string) => ValidateFunction,
): Promise<string[]> {
  const text = await response.text()
  const types = Object.keys(content)
  if (types.length === 0) return text === '' ? [] : ['a body']
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';')
  if (!types.includes(type)) return [`${type} is not described`]
  if (!type.endsWith('json')) return text === '' ? ['no body'] : []
  const holds = validate(type)
  if (holds(JSON.parse(text))) return []
  return (holds.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

/** Compiled when first needed, and closed: a field that is not described does not fit. */
function validatorsOf(document: Json) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const components = document.components.schemas
  const named = Object.entries<Json>(components).map(([name, schema]) => [
    name,
    closed(schema, components),
  ])
  ajv.addSchema(inAjv({ $id: 'goc', $defs: Object.fromEntries(named) }))
  const compiled = new Map<string, ValidateFunction>()
  const schemas = new Map<string, Json>()
  for (const item of Object.values<Json>(document.paths)) {
    for (const { operationId, responses } of Object.values<Json>(item)) {
      for (const [status, { content = {} }] of Object.entries<Json>(responses)) {
        for (const [type, media] of Object.entries<Json>(content)) {
          schemas.set(`${operationId} ${status} ${type}`, media.schema)
        }
      }
    }
  }
  return (where: string) => (type: string) => {
    const key = `${where} ${type}`
    const kept = compiled.get(key) ?? ajv.compile(inAjv(closed(schemas.get(key), components)))
    compiled.set(key, kept)
    return kept
  }
}

/** JSON Schema's own place for named schemas, in place of OpenAPI's. */
function inAjv(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', 'goc#/$defs/'))
}

function closed(schema: Json, components: Json): Json {
  const whole = withClosedParts(schema, components)
  if (schema.allOf !== undefined) return { ...whole, unevaluatedProperties: false }
  const isOpen = schema.properties === undefined || 'additionalProperties' in schema
  return isOpen ? whole : { ...whole, additionalProperties: false }
}

/** Itself left open, so that it may be put together with others; all within it closed. */
function withClosedParts(schema: Json, components: Json): Json {
  const each = (list: Json[]) => list.map((part) => closed(part, components))
  const opened = (part: Json): Json =>
    part.$ref === undefined
      ? withClosedParts(part, components)
      : withClosedParts(components[part.$ref.split('/').at(-1)], components)
  const { properties, items, anyOf, oneOf, allOf, additionalProperties } = schema
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries<Json>(properties).map(([name, part]) => [name, closed(part, components)]),
      ),
    }),
    ...(items && { items: closed(items, components) }),
    ...(anyOf && { anyOf: each(anyOf) }),
    ...(oneOf && { oneOf: each(oneOf) }),
    ...(allOf && { allOf: allOf.map(opened) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: closed(additionalProperties, components),
    }),
  }
}
