import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { makeVerifyVectors } from '../../../scripts/lib/verify-vectors.ts'
import { createVerifier } from '../../../site/public/verify.js'
import { type Seeded, seeded } from '../../support/oracle/seeded.ts'

type Vectors = Awaited<ReturnType<typeof makeVerifyVectors>>

const file = new URL('../../../site/public/verify-vectors.json', import.meta.url)
const { jwks, statusJwks, hosts, lists, cases }: Vectors = JSON.parse(readFileSync(file, 'utf8'))
const now = () => Date.parse(cases[0]?.now ?? '')
const label = cases[0]?.text ?? ''
const ORIGIN = 'HTTPS://GOC.EXAMPLE/'

const SEED = 20_261_130
/** So many of each with every run of the tests; `GOC_ALTERATIONS=34000` for 10⁵ in all. */
const EACH = Number(process.env['GOC_ALTERATIONS'] ?? 3_000)
const MINUTES = 300_000

/** One character of a text, another one; printable ASCII, as a printer, a finger or a cable makes it. */
function altered(random: Seeded, text: string): string {
  const at = random.below(text.length)
  const other = String.fromCharCode(33 + random.below(94))
  return other === text[at] ? altered(random, text) : text.slice(0, at) + other + text.slice(at + 1)
}

async function answerTo(given: {
  readonly text?: string
  readonly list?: string
  readonly keys?: string
  readonly listKeys?: string
}) {
  const { text = label, list = lists.current } = given
  const verifier = await createVerifier({
    jwks: given.keys === undefined ? jwks : JSON.parse(given.keys),
    statusJwks: given.listKeys === undefined ? statusJwks : JSON.parse(given.listKeys),
    ...{ lists: [list], hosts, now },
  })
  return verifier.verify(text)
}

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe(`anything altered is never genuine (seed ${SEED})`, () => {
  it('a label', { timeout: MINUTES }, async () => {
    const random = seeded(SEED)
    const verifier = await createVerifier({ jwks, statusJwks, lists: [lists.current], hosts, now })
    expect((await verifier.verify(label)).authenticity).toBe('genuine')
    const path = label.slice(ORIGIN.length)
    for (let at = 0; at < EACH; at++) {
      const text = `${ORIGIN}${altered(random, path)}`
      const { authenticity } = await verifier.verify(text)
      if (authenticity === 'genuine') expect(text).toBe('not genuine')
    }
  })

  it('a list', { timeout: MINUTES }, async () => {
    const random = seeded(SEED + 1)
    for (let at = 0; at < EACH; at++) {
      const list = altered(random, lists.current)
      const { authenticity, standing } = await answerTo({ list })
      if (authenticity !== 'unknown' || standing !== 'unknown') expect(list).toBe('unknown')
    }
  })

  it('the key of the label, and that of the list', { timeout: MINUTES }, async () => {
    const random = seeded(SEED + 2)
    const [key, listKey] = [JSON.stringify(jwks.keys[0]), JSON.stringify(statusJwks.keys[0])]
    for (let at = 0; at < EACH; at++) {
      const of = random.chance(0.5) ? 'keys' : 'listKeys'
      const text = altered(random, of === 'keys' ? key : listKey)
      if (!isJson(text)) continue
      const { authenticity } = await answerTo({ [of]: `{"keys":[${text}]}` })
      if (authenticity === 'genuine') expect(text).toBe('not genuine')
    }
  })

  it('a list cut off anywhere', async () => {
    for (let end = 0; end < lists.current.length; end += 7) {
      const { reason } = await answerTo({ list: lists.current.slice(0, end) })
      expect([end, reason]).toEqual([end, 'list_missing'])
    }
  })
})
