import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeVerifyVectors } from '../../../scripts/lib/verify-vectors.ts'
import { createVerifier, ed25519Holds, parseLabel } from '../../../site/public/verify.js'
import { VERIFY_SHA256 } from '../../../site/view/verify-module.ts'
import { offlineOracle } from '../../support/oracle/offline-oracle.ts'

type Vectors = Awaited<ReturnType<typeof makeVerifyVectors>>

const PUBLIC = new URL('../../../site/public/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, PUBLIC), 'utf8')
const published: Vectors = JSON.parse(read('verify-vectors.json'))
const { jwks, statusJwks, hosts, cases } = published

const listsOf = (names: readonly string[]) =>
  Object.entries(published.lists)
    .filter(([name]) => names.includes(name))
    .sort(([a], [b]) => names.indexOf(a) - names.indexOf(b))
    .map(([, token]) => token)

describe('what is published beside the verifier', () => {
  it('is what the script makes, so that anybody can make it again', async () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(await makeVerifyVectors())))
  })

  it('names the hash of the very file that is served', () => {
    expect(createHash('sha256').update(read('verify.js')).digest('hex')).toBe(VERIFY_SHA256)
  })

  it('is one file that imports nothing', () => {
    expect(read('verify.js')).not.toMatch(/^import |import\(|require\(/m)
  })
})

describe.each(cases)('vector: $name', ({ text, lists, now, answer }) => {
  const given = { jwks, statusJwks, hosts, lists: listsOf(lists) }

  it('is answered by the verifier', async () => {
    const verifier = await createVerifier({ ...given, now: () => Date.parse(now) })
    expect(await verifier.verify(text)).toMatchObject(answer)
  })

  it('is answered alike by node:crypto alone', () => {
    const { authenticity, standing } = answer
    const told = offlineOracle(text, { ...given, now: Date.parse(now) })
    expect(told).toEqual({ authenticity, standing })
  })
})

describe('where the platform does not know Ed25519', () => {
  it('the verifier’s own judges the label of the contract, and no other', async () => {
    const label = parseLabel(cases[0]?.text ?? '')
    const x = new Uint8Array(Buffer.from(jwks.keys[0]?.x ?? '', 'base64url'))
    const head = Buffer.from('{"alg":"Ed25519","kid":"A1B"}').toString('base64url')
    const message = (subject: string) =>
      new TextEncoder().encode(`${head}.${Buffer.from(subject).toString('base64url')}`)
    const { signature, subjectText } = label ?? { signature: new Uint8Array(), subjectText: '' }
    expect(await ed25519Holds(x, signature, message(subjectText))).toBe(true)
    expect(await ed25519Holds(x, signature, message(`${subjectText}1`))).toBe(false)
    for (let at = 0; at < 64; at++) {
      const altered = signature.with(at, (signature[at] ?? 0) ^ 4)
      expect(await ed25519Holds(x, altered, message(subjectText))).toBe(false)
    }
  })
})
