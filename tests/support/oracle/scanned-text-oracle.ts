/**
 * What is left of a raw scanned text before the grammar is asked, in the order in which the contract
 * names the steps; null where a step already finds it malformed.
 */
export function scannedTextOracle(raw: string): { host: string | null; path: string } | null {
  let text = raw
  // "trim ASCII white space at the ends"
  while (text !== '' && ASCII_WHITE_SPACE.includes(text.charAt(0))) text = text.slice(1)
  while (text !== '' && ASCII_WHITE_SPACE.includes(text.charAt(text.length - 1))) {
    text = text.slice(0, -1)
  }
  // "remove scheme://host"
  const found = removeHost(text)
  if (found === null) return null
  let path = found.rest
  // "cut at the first ? or # (or &, where a messenger added a tracker without ?)"
  for (let at = 0; at < path.length; at++) {
    if ('?#&'.includes(path.charAt(at))) path = path.slice(0, at)
  }
  // "drop what chats leave at the end", "remove one trailing slash"
  path = dropChatEndings(path)
  if (path.endsWith('/')) path = path.slice(0, -1)
  return { host: found.host, path }
}

const ASCII_WHITE_SPACE = '\t\n\f\r '

/**
 * "another scheme than http and https, and a second port are malformed; :80 of http and :443 of https
 * are dropped before hosts are compared", "ignoring case".
 *
 * Read so: a text without scheme:// is a path, with or without its first slash, and has no host. A host
 * is letters, digits, dots and hyphens with at most one port of digits; user names, IPv6 and
 * international names are not spoken of, and are malformed here.
 */
function removeHost(text: string): { host: string | null; rest: string } | null {
  const colon = text.indexOf('://')
  const scheme = colon < 0 ? '' : text.slice(0, colon).toLowerCase()
  if (colon < 0 || !/^[a-z][a-z0-9+.-]*$/.test(scheme)) {
    return { host: null, rest: text.startsWith('/') ? text.slice(1) : text }
  }
  if (scheme !== 'http' && scheme !== 'https') return null
  const after = text.slice(colon + 3)
  const slash = after.indexOf('/')
  if (slash < 0) return null
  const host = after.slice(0, slash).toLowerCase()
  if (!/^[a-z0-9.-]+(:[0-9]+)?$/.test(host)) return null
  const usual = scheme === 'http' ? ':80' : ':443'
  return {
    host: host.endsWith(usual) ? host.slice(0, -usual.length) : host,
    rest: after.slice(slash + 1),
  }
}

/**
 * `.` `,` `;` `:` `!` `)` `]` `>`, quotes, blanks, zero-width characters. Read so: a blank is any white
 * space, of ASCII or not; quotes are the straight, the curly and the angled ones.
 */
const CHAT_ENDINGS = [
  ...'.,;:!)]>',
  ...'"\'‘’“”„«»‹›`',
  ...' \t\n\v\f\r\u00a0\u3000',
  ...'\u200b\u200c\u200d\u2060\ufeff',
]

/** "also percent-encoded": in either case of the hexadecimal digits. */
const ENDINGS = CHAT_ENDINGS.flatMap((ending) => [ending, percentEncoded(ending)])

function dropChatEndings(path: string): string {
  const upper = path.toUpperCase()
  for (const ending of ENDINGS) {
    if (upper.endsWith(ending)) return dropChatEndings(path.slice(0, -ending.length))
  }
  return path
}

function percentEncoded(text: string): string {
  let escaped = ''
  for (const byte of new TextEncoder().encode(text)) {
    escaped += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return escaped
}
