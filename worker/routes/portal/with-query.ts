/** An address with what is asked in it; what is empty is left out. */
export function withQuery(path: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return query.size === 0 ? path : `${path}?${query}`
}
