import { BOUNDARY_LIMITS } from './limits.ts'

const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const OPENING = new Set([91, 123])
const CLOSING = new Set([93, 125])

/**
 * Why a JSON text may not be parsed: a list of nothing takes three characters in a file and some fifty
 * bytes as a value. Null where it may; that says nothing of whether it is JSON. No shape lies as deep
 * as lists may be nested.
 */
export function immodestJson(text: string): 'too_many_members' | 'no_polygon' | null {
  const { maxJsonLists, maxJsonMembers, maxDepth } = BOUNDARY_LIMITS
  let depth = 0
  let lists = 0
  let members = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) quoted = !quoted
    else if (quoted) at += code === BACKSLASH ? 1 : 0
    else if (code === COMMA) members += 1
    else if (OPENING.has(code)) {
      depth += 1
      lists += 1
    } else if (CLOSING.has(code)) depth -= 1
    if (depth > maxDepth) return 'no_polygon'
    if (lists > maxJsonLists || members > maxJsonMembers) return 'too_many_members'
  }
  return null
}
