type Parameter = { readonly in?: string; readonly name?: string }

/** The parts of an operation that are put together or added to; the others go along. */
export type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly security?: readonly unknown[]
  readonly responses?: Readonly<Record<string, Response>>
}
type Response = {
  readonly description?: string
  readonly headers?: Readonly<Record<string, unknown>>
}
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/**
 * Puts operations together whose paths differ only in what their parameters are called: to OpenAPI
 * 3.1 (4.8.8.1) such paths are one path written twice, which it forbids. The first spelling stays.
 */
export function mergePaths(paths: Paths): Paths {
  const spellings = new Map<string, string>()
  const merged: Record<string, Record<string, Operation>> = {}
  for (const [path, item] of Object.entries(paths)) {
    const shape = path.replace(/\{[^{}]+\}/g, '{}')
    const spelling = spellings.get(shape) ?? path
    spellings.set(shape, spelling)
    const names = new Map(zip(namesIn(path), namesIn(spelling)))
    const operations = Object.entries(item).map(([method, operation]) => [
      method,
      renamed(operation, names),
    ])
    merged[spelling] = { ...merged[spelling], ...Object.fromEntries(operations) }
  }
  return merged
}

function renamed(operation: Operation, names: ReadonlyMap<string, string>): Operation {
  if (operation.parameters === undefined) return operation
  const parameters = operation.parameters.map((parameter) =>
    parameter.in === 'path' && parameter.name !== undefined
      ? { ...parameter, name: names.get(parameter.name) ?? parameter.name }
      : parameter,
  )
  return { ...operation, parameters }
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '')
}

function zip(from: readonly string[], to: readonly string[]): [string, string][] {
  return from.map((name, i) => [name, to[i] ?? name])
}
