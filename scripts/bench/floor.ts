/**
 * The floors, served by the same workerd binary as the Worker and measured in the same run:
 * `/constant` a constant string of the page's size; `/verify/{SIG}/{SUBJECT}` the label's signature
 * checked with a key imported once, then that string; `/read/{REF}` one indexed read of a
 * provenance document; `/entry/{CODE_ID}` of an entry of the register. Bundled by the bench; shares no code with the Worker.
 */
import { createClient } from '@libsql/client/web'

type Bindings = { SIZE: string; PUBLIC_X: string; LIBSQL_URL: string }

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const VALUES = new Int8Array(128).fill(-1)
for (let i = 0; i < 32; i++) VALUES[ALPHABET.charCodeAt(i)] = i
const ENCODER = new TextEncoder()
const HEADERS = new Headers({ 'content-type': 'text/html; charset=utf-8' })

let text: string | null = null
let key: CryptoKey | null = null

function decode(value: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(64)
  let buffer = 0
  let bits = 0
  let at = 0
  for (let i = 0; i < value.length; i++) {
    buffer = ((buffer << 5) | (VALUES[value.charCodeAt(i)] ?? 0)) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (buffer >> bits) & 0xff
    }
  }
  return bytes
}

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    text ??= 'x'.repeat(Number(env.SIZE))
    const url = request.url
    const path = url.slice(url.indexOf('/', 8))
    if (path.startsWith('/verify/')) {
      key ??= await crypto.subtle.importKey(
        'jwk',
        { kty: 'OKP', crv: 'Ed25519', x: env.PUBLIC_X },
        'Ed25519',
        false,
        ['verify'],
      )
      const kid = path.slice(8, 11)
      const signature = decode(path.slice(11, 114))
      const header = btoa(`{"alg":"Ed25519","kid":"${kid}"}`)
      const payload = btoa(path.slice(115)).replace(/=+$/, '')
      await crypto.subtle.verify('Ed25519', key, signature, ENCODER.encode(`${header}.${payload}`))
      return new Response(text, { headers: HEADERS })
    }
    if (path.startsWith('/read/')) {
      const client = createClient({ url: env.LIBSQL_URL })
      const { rows } = await client.execute({
        sql: 'SELECT document FROM batch_document WHERE ref = ?',
        args: [path.slice(6)],
      })
      return new Response(String(rows[0]?.['document'] ?? 'none'), { headers: HEADERS })
    }
    if (path.startsWith('/entry/')) {
      const client = createClient({ url: env.LIBSQL_URL })
      const { rows } = await client.execute({
        sql: 'SELECT entry FROM register_entry WHERE code_id = ?',
        args: [path.slice(7)],
      })
      return new Response(String(rows[0]?.['entry'] ?? 'none'), { headers: HEADERS })
    }
    return new Response(text, { headers: HEADERS })
  },
}
