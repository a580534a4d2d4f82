/** The machine a request comes from, as the platform tells it; null where it does not. */
export function clientAddress(headers: Headers): string | null {
  return headers.get('cf-connecting-ip')
}
