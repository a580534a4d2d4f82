import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeBase32 } from '../../../worker/domain/label/base32.ts'
import { completeRef, readTypedRef } from '../../../worker/domain/label/ref.ts'
import { formatSubject, parseSubject } from '../../../worker/domain/label/subject.ts'
import {
  implementationReads,
  oracleReads,
  readTheSame,
} from '../../support/oracle/compare-label.ts'
import { labelOracle, rebuildJws, writeLabel } from '../../support/oracle/label-oracle.ts'
import { mutateLabel } from '../../support/oracle/mutate-label.ts'
import { randomLabel, randomRef } from '../../support/oracle/random-label.ts'
import { randomTypedCode } from '../../support/oracle/random-typed-code.ts'
import { seeded } from '../../support/oracle/seeded.ts'
import { typedCodeOracle } from '../../support/oracle/typed-code-oracle.ts'

const SEED = 20_260_615
const SHOWN = 5
const MINUTES = 120_000

/** The vectors of the contract: the key of RFC 8032 test 1, KID `A1B`. */
const VECTORS = [
  'A1BCXM9TEJ3ZPQ17JADJ279025NFG5YV5XYGSJGXHDRDAXC5S6MEQGQ9RJ3TJPCAGXZZ9H7RCEMSRQ2QAMC5J3A831YSM3NGERYCKFVW20/B/7K3M9QX1/1',
  'A1BYYA2FMS7HP0HWC8H9QQZAX8WY2WAKF3KM85PTBNXA831CM8X13Z0E8C1R9DCX90T90HRQBNY923B1KR0D3WPVJASA8BSNT26686JY1R/B/7K3M9QX1/42/VN-AGOR-0012/VN-AGPH-003',
]
const PUBLIC_X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'

describe('the oracle of labels', () => {
  it('reads the vectors of the contract as the JWS that their key signed', () => {
    const key = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: PUBLIC_X },
      format: 'jwk',
    })
    for (const vector of VECTORS) {
      const label = labelOracle(`HTTPS://TEM.EXAMPLE.VN/${vector}`)
      if (label === null) throw new Error(`malformed: ${vector}`)
      const [header, payload] = rebuildJws(label).split('.')
      expect(verify(null, Buffer.from(`${header}.${payload}`), key, label.signature)).toBe(true)
      expect(writeLabel({ ...label, host: 'tem.example.vn' })).toBe(
        `HTTPS://TEM.EXAMPLE.VN/${vector}`,
      )
    }
  })
})

describe('labels against the oracle', () => {
  it(`reads 100,000 altered labels alike (seed ${SEED})`, { timeout: MINUTES }, () => {
    const random = seeded(SEED)
    const differences: object[] = []
    let read = 0
    for (let at = 0; at < 20_000; at++) {
      const { text } = randomLabel(random)
      for (let mutation = 0; mutation < 5; mutation++) {
        const raw = mutateLabel(random, text)
        const [oracle, implementation] = [oracleReads(raw), implementationReads(raw)]
        if (oracle !== 'malformed') read += 1
        if (!readTheSame(oracle, implementation)) differences.push({ raw, oracle, implementation })
      }
    }
    expect(differences.slice(0, SHOWN)).toEqual([])
    // Neither "all malformed" nor "all read" would show anything.
    expect(read).toBeGreaterThan(20_000)
    expect(read).toBeLessThan(80_000)
  })

  it(`writes 20,000 labels alike, character for character (seed ${SEED})`, () => {
    const random = seeded(SEED)
    const differences: object[] = []
    for (let at = 0; at < 20_000; at++) {
      const { kid, signature, subject, text, host } = randomLabel(random)
      const parsed = parseSubject(subject)
      const written = parsed === null ? 'malformed' : formatSubject(parsed)
      const implementation = `HTTPS://${host}/${kid}${encodeBase32(signature)}/${written}`
      if (implementation !== text) differences.push({ oracle: text, implementation })
    }
    expect(differences.slice(0, SHOWN)).toEqual([])
  })
})

describe('codes against the oracle', () => {
  it(`completes 20,000 codes with the same check character (seed ${SEED})`, () => {
    const random = seeded(SEED)
    for (let at = 0; at < 20_000; at++) {
      const ref = randomRef(random)
      if (completeRef(ref.slice(0, 7)) !== ref) expect(completeRef(ref.slice(0, 7))).toBe(ref)
    }
  })

  it(`reads 100,000 typed codes alike (seed ${SEED})`, { timeout: MINUTES }, () => {
    const random = seeded(SEED)
    const differences: object[] = []
    let read = 0
    for (let at = 0; at < 100_000; at++) {
      const typed = randomTypedCode(random)
      const [oracle, implementation] = [typedCodeOracle(typed), readTypedRef(typed)]
      if (oracle !== null) read += 1
      if (oracle !== implementation) differences.push({ typed, oracle, implementation })
    }
    expect(differences.slice(0, SHOWN)).toEqual([])
    expect(read).toBeGreaterThan(20_000)
    expect(read).toBeLessThan(90_000)
  })
})
