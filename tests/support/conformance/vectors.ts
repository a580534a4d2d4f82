/** RFC 8032 7.1 test 1. Published, so it signs nothing but tests. */
export const TEST_KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const

export type LabelVector = {
  readonly kid: string
  readonly subject: string
  readonly sig: string
}

/** The published vectors of the label format, under the key above. */
export const LABEL_VECTORS: readonly LabelVector[] = [
  {
    kid: 'A1B',
    subject: 'B/7K3M9QX1/1',
    sig: 'A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20',
  },
  {
    kid: 'A1B',
    subject: 'B/7K3M9QX1/42/VN-AGOR-0012/VN-AGPH-003',
    sig: 'A1BYYA2FMS7HP0HWC8H9QQZAX8WY2WAKF3KM85PTBNXA831CM8X13Z0E8C1R9DCX90T90HRQBNY923B1KR0D3WPVJASA8BSNT26686JY1R',
  },
]

/** A signer and a checker of the test key. */
export async function testKeys(): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> {
  const { kty, crv, x, d } = TEST_KEY
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign']),
    crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify']),
  ])
  return { privateKey, publicKey }
}
