/** The table of CRC-64/GO-ISO (reflected polynomial 0xD800000000000000), as two halves. */
const { high: HIGH, low: LOW } = makeTable()

function makeTable(): { high: Uint32Array; low: Uint32Array } {
  const high = new Uint32Array(256)
  const low = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let [upper, lower] = [0, byte]
    for (let bit = 0; bit < 8; bit++) {
      const isOdd = (lower & 1) === 1
      lower = (lower >>> 1) | ((upper & 1) << 31)
      upper = (upper >>> 1) ^ (isOdd ? 0xd8000000 : 0)
    }
    high[byte] = upper
    low[byte] = lower
  }
  return { high, low }
}

/**
 * One step of the rolling checksum of a replication log: the one of the frame before is where the
 * reckoning begins. What begins it is reflected, as the library that libSQL's server uses does it.
 */
export function rollingCrc64(before: bigint, page: Uint8Array): bigint {
  const start = reflect(before)
  let high = Number(start >> 32n)
  let low = Number(start & 0xffffffffn)
  for (const byte of page) {
    const at = (low ^ byte) & 0xff
    low = ((low >>> 8) | (high << 24)) ^ (LOW[at] ?? 0)
    high = (high >>> 8) ^ (HIGH[at] ?? 0)
  }
  const end = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0)
  return end ^ 0xffffffffffffffffn
}

function reflect(value: bigint): bigint {
  let reflected = 0n
  for (let bit = 0n; bit < 64n; bit++) reflected |= ((value >> bit) & 1n) << (63n - bit)
  return reflected
}
