const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/
const IPV6 = /^[0-9a-f:]{2,39}$/
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/

/**
 * The address a request comes from, out of the header that the proxy in front sets
 * (GOC_CLIENT_ADDRESS_HEADER); null where none is configured, for whatever else claims an address
 * was written by the caller. Of a list the last is meant: our own proxy appended it.
 */
export function clientAddress(headers: Headers, headerName: string | undefined): string | null {
  if (headerName === undefined) return null
  const value = headers.get(headerName)
  if (value === null) return null
  const last = value
    .slice(value.lastIndexOf(',') + 1)
    .trim()
    .toLowerCase()
  const mapped = MAPPED.exec(last)?.[1]
  if (mapped !== undefined) return mapped
  if (IPV4.test(last)) return last
  return IPV6.test(last) && last.includes(':') ? last : null
}

/**
 * What of an address one subscriber has to themselves: all of an IPv4 address, and of an IPv6 one
 * the first 64 bits (RFC 6177), whose other half changes as its holder likes.
 */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::', 2)
  const before = head.split(':').filter((group) => group !== '')
  const after = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
