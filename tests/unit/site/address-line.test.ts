import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressParts } from '../../../site/view/address-line.ts'
import { producerFacts } from '../../../site/view/batch-facts.ts'
import { MANGO } from '../../support/page-models/batches.ts'

const line = (
  address: string | null,
  commune: string | null = 'Xã Chợ Mới',
  province: string | null = 'An Giang',
) => addressParts({ address, commune, province }).join(', ')

describe('the address line', () => {
  it.each([
    ['Ấp Long Hòa, xã Chợ Mới, tỉnh An Giang', 'Ấp Long Hòa, xã Chợ Mới, tỉnh An Giang'],
    ['Xã Chợ Mới, tỉnh An Giang (minh họa)', 'Xã Chợ Mới, tỉnh An Giang (minh họa)'],
    ['Chợ Mới, An Giang, Việt Nam', 'Chợ Mới, An Giang, Việt Nam'],
    ['ap Long Hoa, xa Cho Moi, An Giang', 'ap Long Hoa, xa Cho Moi, An Giang'],
    ['Ấp Long Hòa; Xã Chợ Mới', 'Ấp Long Hòa, Xã Chợ Mới, An Giang'],
  ])('does not repeat what “%s” says already', (address, expected) => {
    expect(line(address)).toBe(expected)
  })

  it('adds the commune and province an address lacks, the commune before its province', () => {
    expect(line('Ấp Long Hòa')).toBe('Ấp Long Hòa, Xã Chợ Mới, An Giang')
    expect(line('Ấp Long Hòa, tỉnh An Giang')).toBe('Ấp Long Hòa, Xã Chợ Mới, tỉnh An Giang')
    expect(line(null)).toBe('Xã Chợ Mới, An Giang')
    expect(line(null, null, null)).toBe('')
    expect(line('Ấp 1', null, 'An Giang')).toBe('Ấp 1, An Giang')
  })

  it('does not take a namesake for the place: an old district, a street, another tone', () => {
    expect(line('Huyện Chợ Mới')).toBe('Huyện Chợ Mới, Xã Chợ Mới, An Giang')
    expect(line('12 đường An Giang')).toBe('12 đường An Giang, Xã Chợ Mới, An Giang')
    expect(line('Xã Tân Mỹ', 'Xã Tấn Mỹ')).toBe('Xã Tân Mỹ, Xã Tấn Mỹ, An Giang')
  })

  it('keeps the province to say where a ward bears the same name', () => {
    expect(line('Tổ 3, phường Lào Cai', 'Phường Lào Cai', 'Lào Cai')).toBe(
      'Tổ 3, phường Lào Cai, Lào Cai',
    )
  })

  it('drops nothing it was given, and adds nothing to its own answer', () => {
    const word = fc.constantFrom(
      'Ấp 1',
      'xã Chợ Mới',
      'Chợ Mới',
      'tỉnh An Giang',
      'An Giang',
      'TP. X',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), (words) => {
        const once = line(words.join(', '))
        for (const part of words) expect(once.split(', ')).toContain(part)
        expect(line(once)).toBe(once)
        expect(once).toMatch(/Chợ Mới/)
        expect(once).toMatch(/An Giang/)
      }),
    )
  })

  it('is what the scan page shows of the producer', () => {
    const producer = {
      ...MANGO.producer,
      address: 'Ấp 1, xã Chợ Mới, tỉnh An Giang',
      commune: 'Xã Chợ Mới',
      province: 'An Giang',
    }
    const facts = producerFacts({ ...MANGO, producer }, 'vi')
    expect(facts.find(({ label }) => label === 'Địa chỉ')?.text).toBe(producer.address)
  })
})
