const JSON_START = /^[[{"]/
const ESCAPED = /\\u(?:d[89a-f]|0000)/i
const ESCAPES = /\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\u(d[89a-f][0-9a-f]{2}|0000)|\\[\s\S]/gi

/**
 * JSON says half a pair in plain letters (`\ud83d`), and SQLite makes of them the bytes that nobody
 * can read. Mended and not refused: what was stored so before is in JSON that is written again.
 */
export function soundJson(text: string): string {
  if (!JSON_START.test(text) || !ESCAPED.test(text)) return text
  const mended = text.replace(ESCAPES, (sequence, lone?: string) =>
    lone === undefined ? sequence : '\\ufffd',
  )
  if (mended === text) return text
  try {
    JSON.parse(text)
    return mended
  } catch {
    // Somebody wrote about escapes.
    return text
  }
}
