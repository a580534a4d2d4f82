import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { compactVerify, importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { signLabel, toJws } from '../../../worker/domain/label/jws.ts'
import { type ParsedLabel, parseLabelPath } from '../../../worker/domain/label/parse-label.ts'
import { formatSubject } from '../../../worker/domain/label/subject.ts'
import { anyKid, anySubject } from '../../support/conformance/arbitraries.ts'
import { LABEL_VECTORS, TEST_KEY, testKeys } from '../../support/conformance/vectors.ts'

const PUBLIC_JWK = { kty: TEST_KEY.kty, crv: TEST_KEY.crv, x: TEST_KEY.x }

let privateKey: CryptoKey
beforeAll(async () => {
  privateKey = (await testKeys()).privateKey
})

function read(path: string): ParsedLabel {
  const label = parseLabelPath(path)
  if (label === null) throw new Error(`does not parse: ${path}`)
  return label
}

describe('a label rebuilt as a JWS', () => {
  it.each(LABEL_VECTORS)(
    'is $subject under a header of exactly alg and kid',
    ({ sig, subject, kid }) => {
      const [header = '', payload = ''] = (toJws(read(`/${sig}/${subject}`)) ?? '').split('.')
      expect(Buffer.from(header, 'base64url').toString()).toBe(`{"alg":"Ed25519","kid":"${kid}"}`)
      expect(Buffer.from(payload, 'base64url').toString()).toBe(subject)
    },
  )

  it('verifies with node:crypto alone and with jose, and not when its payload is changed', async () => {
    const nodeKey = createPublicKey({ key: PUBLIC_JWK, format: 'jwk' })
    const joseKey = await importJWK(PUBLIC_JWK, 'Ed25519')
    await fc.assert(
      fc.asyncProperty(anySubject, anyKid, async (subject, kid) => {
        const path = await signLabel({ kid, privateKey, subjectText: formatSubject(subject) })
        const jws = toJws(read(path)) ?? ''
        const [header, payload, signature = ''] = jws.split('.')
        const bytes = Buffer.from(signature, 'base64url')
        expect(verify(null, Buffer.from(`${header}.${payload}`), nodeKey, bytes)).toBe(true)
        const verified = await compactVerify(jws, joseKey, { algorithms: ['Ed25519'] })
        expect(new TextDecoder().decode(verified.payload)).toBe(formatSubject(subject))
        expect(verified.protectedHeader).toEqual({ alg: 'Ed25519', kid })
        const other = Buffer.from(`${formatSubject(subject)}0`).toString('base64url')
        await expect(compactVerify(`${header}.${other}.${signature}`, joseKey)).rejects.toThrow()
      }),
      { numRuns: 100, seed: 6 },
    )
  })

  it('is the same label byte for byte when signed again', async () => {
    const input = { kid: 'A1B', privateKey, subjectText: 'B/7K3M9QX1/1' }
    expect(await signLabel(input)).toBe(await signLabel(input))
  })

  it('keeps headers of many key ids apart (the cache of headers is bounded, not shared)', async () => {
    const publicKey = createPublicKey({ key: PUBLIC_JWK, format: 'jwk' })
    for (let i = 0; i < 600; i++) {
      const kid = `${'0123456789ABCDEFGHJKMNPQRSTVWXYZ'[i % 32]}${String(i).padStart(3, '0').slice(1)}`
      const path = await signLabel({ kid, privateKey, subjectText: 'B/7K3M9QX1/1' })
      const [header = '', payload, signature = ''] = (toJws(read(path)) ?? '').split('.')
      expect(JSON.parse(Buffer.from(header, 'base64url').toString()).kid).toBe(kid)
      const bytes = Buffer.from(signature, 'base64url')
      expect(verify(null, Buffer.from(`${header}.${payload}`), publicKey, bytes)).toBe(true)
    }
  })
})
