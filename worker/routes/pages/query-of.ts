/** The query of a raw URL with its question mark, or nothing: it goes on with a redirect. */
export function queryOf(url: string): string {
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}
