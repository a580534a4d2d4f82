import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** A device that makes one passkey (ES256, attestation `none`) and signs in with it. */
export function softwareAuthenticator(input: {
  readonly origin: string
  readonly rpId: string
  /** False for one that leaves its counter at zero, as those do whose keys are kept in a cloud. */
  readonly counts?: false
}) {
  const { origin, rpId, counts = true } = input
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  /** WebAuthn, section 6.1: hash of the RP id, flags, counter, then what was made. */
  const authData = (flags: number, made: Uint8Array = new Uint8Array()) => {
    const head = Buffer.alloc(5)
    head[0] = flags
    head.writeUInt32BE(counts ? counter++ : 0, 1)
    return Buffer.concat([sha256(rpId), head, made])
  }
  const common = {
    id: b64(id),
    rawId: b64(id),
    type: 'public-key' as const,
    clientExtensionResults: {},
  }

  return {
    /** What `navigator.credentials.create` gives, as JSON. */
    create: (challenge: string) => {
      const key = cborMap([
        [cborInt(1), cborInt(2)],
        [cborInt(3), cborInt(-7)],
        [cborInt(-1), cborInt(1)],
        [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
        [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.from([0, id.length])
      // User present and verified, attested data included.
      const data = authData(0x45, Buffer.concat([Buffer.alloc(16), length, id, key]))
      const attestation = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(data)],
      ])
      const clientDataJSON = b64(clientData('webauthn.create', challenge))
      const response = { clientDataJSON, attestationObject: b64(attestation), transports: [] }
      return { ...common, response }
    },
    /** What `navigator.credentials.get` gives, as JSON. */
    get: (challenge: string) => {
      const data = authData(0x05)
      const client = clientData('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      const response = {
        ...{ clientDataJSON: b64(client), authenticatorData: b64(data) },
        signature: b64(signature),
      }
      return { ...common, response }
    },
  }
}

/** The little of CBOR (RFC 8949) that an attestation needs. */
function cborHead(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n])
  return n < 256
    ? Buffer.from([(major << 5) | 24, n])
    : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
}

const cborInt = (n: number) => (n < 0 ? cborHead(1, -1 - n) : cborHead(0, n))
const cborBytes = (bytes: Uint8Array) => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborText = (text: string) => Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
const cborMap = (pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([cborHead(5, pairs.length), ...pairs.flat()])
