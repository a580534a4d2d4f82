/** The parts of an operation that a request is made of. */
export type Sampled = {
  readonly method: string
  readonly path: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly example?: unknown }>>
  }
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>
}

/** What a program has of the steps before, by what stands before it in a path. */
const OF_PATH: Readonly<Record<string, string>> = {
  batches: '$REF',
  b: '$REF',
  products: '$PRODUCT',
  runs: '$RUN',
  exceptions: '$EXCEPTION',
  diary: '$ENTRY',
  photos: '$PHOTO',
  codes: '$CODE',
  p: '$PRODUCT',
  o: '$ORGANISATION',
}

/** Fields of a body that hold the same. */
const OF_FIELD: Readonly<Record<string, string>> = { productId: '$PRODUCT', code: '$LABEL' }

/**
 * One request for an operation, made of its description, for a POSIX shell and curl: what is of the
 * reader’s own stands in variables.
 */
export function sampleRequest(operation: Sampled): string {
  const { method, security = [], parameters = [], requestBody, responses = {} } = operation
  const example = requestBody?.content['application/json']?.example
  const tellsJson = Object.keys(responses['200']?.content ?? {}).includes('application/json')
  const isWrite = parameters.some(({ name }) => name === 'idempotency-key')
  const parts = [
    method === 'GET' ? '' : `-X ${method}`,
    security.length === 0 ? '' : '-H "Authorization: Bearer $TOKEN"',
    method === 'GET' && tellsJson ? "-H 'Accept: application/json'" : '',
    isWrite ? '-H "Idempotency-Key: $(uuidgen)"' : '',
    example === undefined ? '' : "-H 'Content-Type: application/json'",
    example === undefined ? '' : `-d '${bodyText(example)}'`,
    requestBody?.content['image/jpeg'] === undefined ? '' : '--data-binary @"$FILE"',
    `"${urlOf(operation.path)}"`,
  ]
  return `curl ${parts.filter((part) => part !== '').join(' \\\n  ')}`
}

function urlOf(path: string): string {
  // A label’s address is its text, whatever its kind.
  if (path.startsWith('/{SIG}/')) return '$LABEL'
  const parts = path.split('/')
  const filled = parts.map((part, at) =>
    part.startsWith('{') ? (OF_PATH[parts[at - 1] ?? ''] ?? '') : part,
  )
  return `$ORIGIN${filled.join('/')}`
}

/** JSON within single quotes, which end for a variable and begin again. */
function bodyText(example: unknown): string {
  const text = JSON.stringify(example, (name, value) => OF_FIELD[name] ?? listed(name, value))
  return text.replace(/"(\$[A-Z]+)"/g, `"'"$1"'"`)
}

function listed(name: string, value: unknown): unknown {
  return name === 'codes' ? ['$LABEL'] : value
}
