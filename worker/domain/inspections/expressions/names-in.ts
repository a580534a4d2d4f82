import type { Expression } from './expression.ts'

/** The questions an expression asks after, each once. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  return new Set(partsOf(expression).flatMap((part) => (part.is === 'answer' ? [part.name] : [])))
}

/** An expression and every part of it, in no order that matters. */
export function partsOf(expression: Expression): readonly Expression[] {
  const parts: Expression[] = []
  const open: Expression[] = [expression]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    parts.push(next)
    switch (next.is) {
      case 'minus':
        open.push(next.of)
        break
      case 'both':
        open.push(next.left, next.right)
        break
      case 'call':
        open.push(...next.of)
        break
      case 'answer':
      case 'value':
      case 'self':
        break
    }
  }
  return parts
}
