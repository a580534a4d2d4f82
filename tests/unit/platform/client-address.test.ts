import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clientAddress, networkOf } from '../../../worker/platform/client-address.ts'

const from = (name: string, value: string, configured: string | undefined = 'x-real-ip') =>
  clientAddress(new Headers({ [name]: value }), configured)

describe('the address of a caller', () => {
  it('is believed from the configured header alone', () => {
    expect(from('x-real-ip', '203.0.113.9')).toBe('203.0.113.9')
    for (const name of ['cf-connecting-ip', 'x-forwarded-for', 'forwarded', 'true-client-ip']) {
      expect(from(name, '203.0.113.9')).toBeNull()
      expect(clientAddress(new Headers({ [name]: '203.0.113.9' }), undefined)).toBeNull()
    }
  })

  it('is the last of a list: what the proxy in front appended to whatever the caller wrote', () => {
    expect(from('x-real-ip', '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(from('x-real-ip', 'evil,2001:DB8::9')).toBe('2001:db8::9')
  })

  it.each(['', ' ', 'unknown', '203.0.113.9:443', '1.2.3', 'a'.repeat(500), '1.2.3.4; DROP', ':'])(
    'is nobody’s where the header says %j',
    (text) => {
      expect(from('x-real-ip', text)).toBeNull()
    },
  )

  it('written as IPv4 in IPv6 is the IPv4 address', () => {
    expect(from('x-real-ip', '::ffff:203.0.113.9')).toBe('203.0.113.9')
  })
})

it('is read nowhere else: no file of the worker names a header that tells an address', () => {
  const folder = new URL('../../../worker/', import.meta.url)
  const telling = /connecting-ip|forwarded-for|['"]forwarded['"]|real-ip|client-ip/i
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const naming = files.filter(
    (name) => name.endsWith('.ts') && telling.test(readFileSync(new URL(name, folder), 'utf8')),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(naming).toEqual([])
})

describe('the network of an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::', 'fe80:0:0:0'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
