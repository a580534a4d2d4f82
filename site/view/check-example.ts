/** A label signed with the published test-1 key of RFC 8032 7.1, for anyone to follow the steps with. */
export const CHECK_EXAMPLE = {
  url: 'HTTPS://GOC.EXAMPLE/A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20/B/7K3M9QX1/1',
  jws: 'eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoiQTFCIn0.Qi83SzNNOVFYMS8x.Z2idOkP9rhPJTZCOkAi1fAvtl76GZQ7FuGq6wuTUdeF04kPUrMVDv_pifDHUzi4rqowshqQMPs0HWDseZN--CA',
  keySet:
    'data:application/json,{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"A1B","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
} as const

/** Checks a scanned text against a key set (URL or `data:`), with nothing but Node.js. */
export const NODE_SCRIPT = `import { createPublicKey, verify } from 'node:crypto'

const [text, keySet] = process.argv.slice(2)
const [, sig, subject] = text.match(/([0-9A-Z]{106})\\/([^?#]+)/i)
const kid = sig.slice(0, 3)
let n = 0n
for (const c of sig.slice(3)) {
  n = n * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(c))
}
const signature = Buffer.from((n >> 3n).toString(16).padStart(128, '0'), 'hex')
const b64 = (s) => Buffer.from(s).toString('base64url')
const header = JSON.stringify({ alg: 'Ed25519', kid })
const { keys } = await (await fetch(keySet)).json()
const jwk = keys.find((key) => key.kid === kid)
const key = createPublicKey({ key: jwk, format: 'jwk' })
const signed = Buffer.from(b64(header) + '.' + b64(subject))
console.log(verify(null, signed, key, signature), subject)
`

/** The same by OpenSSL 3 and a POSIX shell, from the JWS and the key's `x`. */
export function opensslScript(input: { readonly jws: string; readonly x: string }): string {
  return `JWS=${input.jws}
X=${input.x}
b64() { tr '_-' '/+' | openssl base64 -d -A; }
printf %s "\${JWS%.*}" > signed
printf %s "\${JWS##*.}==" | b64 > signature
{ printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
  printf %s "$X=" | b64; } > key.der
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der \\
  -rawin -in signed -sigfile signature
`
}
