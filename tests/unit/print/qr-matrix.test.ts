import { assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrMatrix, qrSide } from '../../../worker/lib/print/index.ts'
import { packMatrix } from '../../../worker/lib/print/pack-matrix.ts'
import { labelsOf } from './support.ts'

const alphanumeric = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:']

describe('the symbol of a label', () => {
  it('has the side foreseen from the length of its URL', () => {
    const urls = string({ unit: constantFrom(...alphanumeric), minLength: 1, maxLength: 400 })
    assert(
      property(urls, (url) => {
        expect(qrMatrix(url).size).toBe(qrSide(url.length))
      }),
    )
  })

  it('keeps the label lengths of the format within their versions', () => {
    const stem = 'HTTPS://'.length + 20 + 1 + 106 + 1
    expect(qrSide(stem + 'B/7K3M9QX1/1234567'.length)).toBe(41)
    expect(qrSide(stem + '01/08931234567894/10/7K3M9QX1/21/99999999'.length)).toBe(45)
    expect(qrSide(stem + `B/7K3M9QX1/9999999/${'A'.repeat(65)}/`.length)).toBe(49)
  })

  it('takes the side of the longest label of a run when told', () => {
    const [label] = labelsOf(1)
    expect(qrMatrix(label?.url ?? '', 49).size).toBe(49)
    expect(() => qrMatrix(label?.url ?? '', 21)).toThrow()
  })

  it('refuses a URL outside the alphanumeric set', () => {
    expect(() => qrMatrix('https://goc.example/')).toThrow(RangeError)
    expect(() => qrMatrix('')).toThrow(RangeError)
  })

  it('names its fixed mask and error correction in the format bits', () => {
    const { modules, size } = qrMatrix(labelsOf(1)[0]?.url ?? '')
    // Row 8 left of the timing column holds format bits 14 to 9 (ISO/IEC 18004, 7.9.1), masked with
    // 101010000010010. Level M is 00 and mask 2 is 010.
    const bits = Array.from(modules.subarray(8 * size, 8 * size + 5)).join('')
    const unmasked = (Number.parseInt(bits, 2) ^ 0b10101).toString(2).padStart(5, '0')
    expect(unmasked).toBe('00010')
  })

  it('packs into bits and back', () => {
    assert(
      property(integer({ min: 1, max: 12 }), integer(), (version, seed) => {
        const size = 17 + 4 * version
        const modules = Uint8Array.from(
          { length: size * size },
          (_, i) => (Math.imul(i + 1, seed | 1) >>> 16) & 1,
        )
        const stride = Math.ceil(size / 8)
        const packed = new Uint8Array(stride * size)
        packMatrix({ size, modules }, packed)
        const back = modules.map((_, i) => {
          const [row, column] = [Math.floor(i / size), i % size]
          return ((packed[row * stride + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1
        })
        expect(back).toEqual(modules)
      }),
    )
  })
})
