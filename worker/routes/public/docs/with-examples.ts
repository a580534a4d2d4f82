import type { OpenApiDocument } from './openapi-document.ts'

type Example = Readonly<Record<string, string>>
type Parameter = { readonly name: string; readonly in: string; readonly schema?: object }
type Operation = { readonly parameters?: readonly Parameter[]; readonly requestBody?: unknown }
type Item = Readonly<Record<string, Operation>>

/**
 * The description with examples that answer: of each path of a label the parts of a real one, and
 * wherever a batch, a code or a label is asked about, theirs. The others stay as they are.
 */
export function withExamples(
  document: OpenApiDocument,
  labels: readonly string[],
  /** Of what has a page of its own, by the names paths have for them. */
  things: Example = {},
): OpenApiDocument {
  const [first] = labels
  if (first === undefined) return document
  const known = Object.assign({ ...things }, ...labels.map(partsOf)) as Example
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) => {
    const example = path.startsWith('/{SIG}/') ? labelExample(path, labels) : known
    const operations = Object.entries(item as Item).map(([method, operation]) => [
      method,
      { ...operation, ...parametersWith(operation, example), ...bodyWith(operation, first) },
    ])
    return [path, Object.fromEntries(operations)]
  })
  return { ...document, paths: Object.fromEntries(paths) }
}

/** `/{SIG}/…` of a label’s text. */
const pathOf = (label: string) => label.replace(/^https?:\/\/[^/]+/i, '')

/** What a label tells of its batch and codes, by the names paths have for them. */
function partsOf(label: string): Example {
  const [, signature = '', kind = '', ...rest] = pathOf(label).split('/')
  if (kind !== 'B') return {}
  const [ref = '', , areas = '-'] = rest
  const [code = '-'] = areas.split('+')
  const kid = signature.slice(0, 3)
  return { REF: ref, ref, kid, ...(code === '-' ? {} : { CODE: code }) }
}

function labelExample(template: string, labels: readonly string[]): Example {
  const source = template
    .replace('{SUBJECT}', '(?<SUBJECT>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  const pattern = new RegExp(`^${source}$`)
  const found = labels.map((label) => pattern.exec(pathOf(label))?.groups)
  return found.find((groups) => groups !== undefined) ?? {}
}

function parametersWith({ parameters }: Operation, example: Example) {
  if (parameters === undefined) return {}
  const told = parameters.map((parameter) => {
    const value = parameter.in === 'path' ? example[parameter.name] : undefined
    if (value === undefined) return parameter
    return { ...parameter, schema: { ...parameter.schema, example: value } }
  })
  return { parameters: told }
}

/** Texts of scans are the one thing in a body that a label is an example of. */
function bodyWith({ requestBody }: Operation, label: string) {
  if (requestBody === undefined) return {}
  const text = JSON.stringify(requestBody)
  return { requestBody: JSON.parse(text.replace(/HTTPS:\/\/GOC\.EXAMPLE\/[^"]+/g, label)) }
}
