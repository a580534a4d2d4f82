import type { Expression } from './expression.ts'

/** The questions an expression asks after, each once. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>()
  const open: Expression[] = [expression]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    switch (next.is) {
      case 'answer':
        names.add(next.name)
        break
      case 'minus':
        open.push(next.of)
        break
      case 'both':
        open.push(next.left, next.right)
        break
      case 'call':
        open.push(...next.of)
        break
      case 'value':
      case 'self':
        break
    }
  }
  return names
}
