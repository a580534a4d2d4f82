import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase32, encodeBase32 } from '../../../worker/domain/label/base32.ts'
import { signLabel, toJws, verifyLabel } from '../../../worker/domain/label/jws.ts'
import { parseLabelPath, readLabelText } from '../../../worker/domain/label/parse-label.ts'
import { formatSubject } from '../../../worker/domain/label/subject.ts'
import { anySubject } from './arbitraries.ts'
import { LABEL_VECTORS, testKeys } from './vectors.ts'

/** Order of the group of Ed25519 (RFC 8032 5.1), little-endian in the second half of a signature. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

/** What the label codec promises in every runtime: the same functions run in Node and in workerd. */
export function labelConformance(): void {
  describe('label codec', () => {
    it.each(LABEL_VECTORS)('signs $subject as published', async ({ kid, subject, sig }) => {
      const { privateKey } = await testKeys()
      const path = await signLabel({ kid, privateKey, subjectText: subject })
      expect(path).toBe(`${sig}/${subject}`)
    })

    it.each(LABEL_VECTORS)('verifies $subject and only under its own key id', async (vector) => {
      const { publicKey } = await testKeys()
      const label = readLabelText(`HTTPS://GOC.EXAMPLE/${vector.sig}/${vector.subject}`).label
      if (label === null) throw new Error('a published vector does not parse')
      expect(label.kid).toBe(vector.kid)
      expect(label.subjectText).toBe(vector.subject)
      expect(await verifyLabel(label, publicKey)).toBe(true)
      expect(await verifyLabel({ ...label, kid: 'A1C' }, publicKey)).toBe(false)
    })

    it('signs, parses and verifies any subject of any profile', async () => {
      const { privateKey, publicKey } = await testKeys()
      await fc.assert(
        fc.asyncProperty(anySubject, async (subject) => {
          const subjectText = formatSubject(subject)
          const path = await signLabel({ kid: 'A1B', privateKey, subjectText })
          const label = parseLabelPath(`/${path}`)
          expect(label?.subject).toEqual(subject)
          expect(label !== null && (await verifyLabel(label, publicKey))).toBe(true)
        }),
        { numRuns: 150, seed: 1 },
      )
    })

    it('writes and reads base32 without loss, and reads one spelling only', () => {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 0, maxLength: 80 }), (bytes) => {
          const text = encodeBase32(bytes)
          expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]*$/)
          expect(decodeBase32(text, bytes.length)).toEqual(bytes)
          expect(decodeBase32(`${text}0`, bytes.length)).toBeNull()
          if (text !== '') expect(decodeBase32(text.slice(0, -1), bytes.length)).toBeNull()
        }),
        { seed: 2 },
      )
    })

    it('refuses each of the 512 signatures that differ by one bit', async () => {
      const { publicKey } = await testKeys()
      const { label, signature } = vectorParts()
      for (let bit = 0; bit < 512; bit++) {
        const flipped = signature.slice()
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(await verifyLabel({ ...label, value: encodeBase32(flipped) }, publicKey)).toBe(false)
      }
    })

    it('refuses the second signature that adding the group order makes (RFC 8032 5.1.7)', async () => {
      const { publicKey } = await testKeys()
      const { label, signature } = vectorParts()
      const other = signature.slice()
      let scalar = GROUP_ORDER
      for (let i = 63; i >= 32; i--) scalar += BigInt(signature[i] ?? 0) << BigInt(8 * (i - 32))
      expect(scalar < 2n ** 256n).toBe(true)
      for (let i = 32; i < 64; i++) other[i] = Number((scalar >> BigInt(8 * (i - 32))) & 255n)
      expect(await verifyLabel({ ...label, value: encodeBase32(other) }, publicKey)).toBe(false)
    })

    it('refuses padding bits that are not zero, though the 64 bytes are the right ones', async () => {
      const { publicKey } = await testKeys()
      const { label } = vectorParts()
      expect(label.value.endsWith('0')).toBe(true)
      for (const last of '1234567') {
        const value = label.value.slice(0, -1) + last
        expect(await verifyLabel({ ...label, value }, publicKey)).toBe(false)
        expect(toJws({ ...label, value })).toBeNull()
      }
    })
  })
}

function vectorParts() {
  const [vector] = LABEL_VECTORS
  const label = parseLabelPath(`/${vector?.sig}/${vector?.subject}`)
  const signature = label === null ? null : decodeBase32(label.value, 64)
  if (label === null || signature === null) throw new Error('a published vector does not parse')
  return { label, signature }
}
