import fc from 'fast-check'
import { CompactSign } from 'jose'
import { describe, expect, it } from 'vitest'
import { encodeBase32 } from '../../../worker/domain/label/base32.ts'
import { toJws } from '../../../worker/domain/label/jws.ts'
import { createLabelSigner, signatureText } from '../../../worker/domain/label/label-signer.ts'
import { readLabelText } from '../../../worker/domain/label/parse-label.ts'
import { completeRef } from '../../../worker/domain/label/ref.ts'
import type { BatchSubject } from '../../../worker/domain/label/subject.ts'
import { labelStream } from '../../../worker/verbs/labels/label-stream.ts'

/** RFC 8032 7.1 test 1. */
const jwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
}
const privateKey = await crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['sign'])
const labelOrigin = 'HTTPS://TEM.EXAMPLE.VN'

async function urls(subjectOf: (serial: number) => BatchSubject, from: number, to: number) {
  const found: string[] = []
  const ranges = [{ from, to }]
  const stream = labelStream({ labelOrigin, kid: 'A1B', privateKey, subjectOf, ranges, copies: 1 })
  for await (const chunk of stream) found.push(...chunk.map(({ url }) => url))
  return found
}

describe('the label signer', () => {
  it('gives the published vectors', async () => {
    const ref = '7K3M9QX1'
    const compact = await urls((serial) => ({ profile: 'compact', ref, serial }), 1, 1)
    expect(compact).toEqual([
      `${labelOrigin}/A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20/B/7K3M9QX1/1`,
    ])
    const codes = { growingAreas: ['VN-AGOR-0012'], packingHouse: 'VN-AGPH-003' }
    const full = await urls((serial) => ({ profile: 'full', ref, serial, ...codes }), 42, 42)
    expect(full).toEqual([
      `${labelOrigin}/A1BYYA2FMS7HP0HWC8H9QQZAX8WY2WAKF3KM85PTBNXA831CM8X13Z0E8C1R9DCX90T90HRQBNY923B1KR0D3WPVJASA8BSNT26686JY1R/B/7K3M9QX1/42/VN-AGOR-0012/VN-AGPH-003`,
    ])
  })

  it('writes any signature as the codec does', () => {
    const signature = fc.uint8Array({ minLength: 64, maxLength: 64 })
    fc.assert(fc.property(signature, (bytes) => signatureText(bytes) === encodeBase32(bytes)))
  })

  it('makes, from any serial of any profile, the JWS that jose makes', async () => {
    const ref = completeRef('ABCDEFG')
    const profiles = fc.constantFrom('compact', 'full', 'gs1' as const)
    const serials = fc.integer({ min: 0, max: 99_999_999 })
    await fc.assert(
      fc.asyncProperty(profiles, serials, async (profile, serial) => {
        const subjectOf = (n: number): BatchSubject =>
          profile === 'gs1'
            ? { profile, ref, serial: n, gtin: '08938501234568' }
            : profile === 'full'
              ? { profile, ref, serial: n, growingAreas: [], packingHouse: 'VN-AGPH-9753124' }
              : { profile: 'compact', ref, serial: n }
        const [url = ''] = await urls(subjectOf, serial, serial)
        const { label } = readLabelText(url)
        const expected = await new CompactSign(new TextEncoder().encode(label?.subjectText))
          .setProtectedHeader({ alg: 'Ed25519', kid: 'A1B' })
          .sign(privateKey)
        expect(label?.subject).toEqual(subjectOf(serial))
        expect(label === null ? null : toJws(label)).toBe(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('never gives two labels the same URL', async () => {
    const refs = ['ABCDEFG', 'ABCDEFH'].map(completeRef)
    const all: string[] = []
    for (const ref of refs) {
      const house = { growingAreas: [], packingHouse: 'VN-AGPH-1' }
      all.push(...(await urls((serial) => ({ profile: 'compact', ref, serial }), 1, 700)))
      all.push(...(await urls((serial) => ({ profile: 'compact', ref, serial }), 0, 0)))
      all.push(...(await urls((serial) => ({ profile: 'full', ref, serial, ...house }), 1, 300)))
      all.push(
        ...(await urls(
          (serial) => ({ profile: 'gs1', ref, serial, gtin: '08938501234568' }),
          0,
          0,
        )),
      )
      all.push(
        ...(await urls(
          (serial) => ({ profile: 'gs1', ref, serial, gtin: '08938501234568' }),
          1,
          300,
        )),
      )
    }
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(2 * (700 + 1 + 300 + 1 + 300))
  })

  it('stops signing when nobody takes the labels any more', async () => {
    let signed = 0
    const sign = crypto.subtle.sign.bind(crypto.subtle)
    crypto.subtle.sign = ((...args: Parameters<typeof sign>) => {
      signed += 1
      return sign(...args)
    }) as typeof sign
    const subjectOf = (serial: number): BatchSubject => ({
      profile: 'compact',
      ref: '7K3M9QX1',
      serial,
    })
    const ranges = [{ from: 1, to: 100_000 }]
    for await (const _ of labelStream({
      labelOrigin,
      kid: 'A1B',
      privateKey,
      subjectOf,
      ranges,
      copies: 1,
    }))
      break
    crypto.subtle.sign = sign
    expect(signed).toBeLessThan(1_000)
  })

  it('says what went wrong when a signature fails, and leaves no rejection behind', async () => {
    const verifyOnly = await crypto.subtle.importKey(
      'jwk',
      { kty: jwk.kty, crv: jwk.crv, x: jwk.x },
      'Ed25519',
      false,
      ['verify'],
    )
    const frame = {
      labelOrigin,
      kid: 'A1B',
      before: 'B/7K3M9QX1/',
      after: '',
      withoutSerial: false,
    }
    const signer = createLabelSigner({ ...frame, privateKey: verifyOnly })
    await expect(signer.sign(1)).rejects.toThrow()
    const subjectOf = (serial: number): BatchSubject => ({
      profile: 'compact',
      ref: '7K3M9QX1',
      serial,
    })
    const ranges = [{ from: 1, to: 500 }]
    const stream = labelStream({
      labelOrigin,
      kid: 'A1B',
      privateKey: verifyOnly,
      subjectOf,
      ranges,
      copies: 1,
    })
    await expect(stream.next()).rejects.toThrow()
  })
})
