import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { CROCKFORD } from '../../../worker/domain/label/base32.ts'
import { signLabel, verifyLabel } from '../../../worker/domain/label/jws.ts'
import { parseLabelPath } from '../../../worker/domain/label/parse-label.ts'
import { formatSubject } from '../../../worker/domain/label/subject.ts'
import { anySubject } from '../../support/conformance/arbitraries.ts'
import { LABEL_VECTORS, testKeys } from '../../support/conformance/vectors.ts'

const [, VECTOR] = LABEL_VECTORS
const PATH = `${VECTOR?.sig}/${VECTOR?.subject}`
const SIG_LENGTH = 106

/** What a forger might write instead: the alphabets, lower case, and signs that look alike. */
const OTHER_SIGNS = [
  ...CROCKFORD,
  ...'ILOU',
  ...'abcdefghijklmnopqrstuvwxyz',
  ...'-+_.~%/\\?#&=:;,@!*\'"()[]{}<>|^` \t\n\r\0',
  ...'ОАВЕКМНРСТХІ', // Cyrillic capitals that look Latin
  ...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', // Greek capitals
  ...'０１２９ＡＢＶＺ', // fullwidth
  ...'−‐‑–—＋／⁄∕', // hyphens, plus and slashes
  ...'٠١٢३४𝟎𝟏𝐀', // other digits, mathematical letters
  '\u200b',
  '\u00a0',
  '\ufeff',
  '\u0301',
]

let keys: Awaited<ReturnType<typeof testKeys>>
beforeAll(async () => {
  keys = await testKeys()
})

/** Whether a path is genuine under the key, whatever key id it claims. */
async function isGenuine(path: string): Promise<boolean> {
  const label = parseLabelPath(`/${path}`)
  return label !== null && (await verifyLabel(label, keys.publicKey))
}

describe('one changed character', () => {
  it('is genuine unchanged, so that the refusals below mean something', async () => {
    expect(await isGenuine(PATH)).toBe(true)
  })

  it('is refused wherever it stands and whatever it is (exhaustive substitution)', async () => {
    const passed: string[] = []
    for (let at = 0; at < PATH.length; at++) {
      for (const sign of OTHER_SIGNS) {
        if (sign === PATH[at]) continue
        const changed = PATH.slice(0, at) + sign + PATH.slice(at + 1)
        if (isForgiven(changed)) continue
        if (await isGenuine(changed)) passed.push(changed)
      }
    }
    expect(passed).toEqual([])
  })

  it('is refused when left out or written twice (exhaustive)', async () => {
    const passed: string[] = []
    for (let at = 0; at < PATH.length; at++) {
      const without = PATH.slice(0, at) + PATH.slice(at + 1)
      const doubled = PATH.slice(0, at + 1) + PATH.slice(at)
      for (const changed of [without, doubled]) if (await isGenuine(changed)) passed.push(changed)
    }
    expect(passed).toEqual([])
  })

  it('is refused when two neighbours change places (exhaustive)', async () => {
    const passed: string[] = []
    for (let at = 0; at + 1 < PATH.length; at++) {
      if (PATH[at] === PATH[at + 1]) continue
      const swapped = `${PATH.slice(0, at)}${PATH[at + 1]}${PATH[at]}${PATH.slice(at + 2)}`
      if (await isGenuine(swapped)) passed.push(swapped)
    }
    expect(passed).toEqual([])
  })

  it('is refused in labels of every profile (random labels, places and signs)', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySubject,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.constantFrom(...OTHER_SIGNS),
        fc.constantFrom('substitute', 'insert', 'delete'),
        async (subject, place, sign, how) => {
          const subjectText = formatSubject(subject)
          const path = await signLabel({ kid: 'A1B', privateKey: keys.privateKey, subjectText })
          const at = Math.floor(place * path.length)
          const kept = path.slice(how === 'insert' ? at : at + 1)
          const changed = path.slice(0, at) + (how === 'delete' ? '' : sign) + kept
          fc.pre(changed !== path && !isForgiven(changed, path))
          expect(await isGenuine(changed)).toBe(false)
        },
      ),
      { numRuns: 1_500, seed: 3 },
    )
  })
})

describe('a signature', () => {
  it('is refused when cut short, lengthened or moved to another subject', async () => {
    const [first, second] = LABEL_VECTORS
    const sig = first?.sig ?? ''
    for (let length = 0; length < SIG_LENGTH; length++) {
      expect(await isGenuine(`${sig.slice(0, length)}/${first?.subject}`)).toBe(false)
    }
    expect(await isGenuine(`${sig}0/${first?.subject}`)).toBe(false)
    expect(await isGenuine(`${sig}/${second?.subject}`)).toBe(false)
    expect(await isGenuine(`${second?.sig}/${first?.subject}`)).toBe(false)
  })

  it('is refused when all zeros or all ones', async () => {
    for (const filler of ['0', 'Z', '8']) {
      expect(await isGenuine(`A1B${filler.repeat(103)}/${VECTOR?.subject}`)).toBe(false)
    }
    expect(await isGenuine(`A1B${'Z'.repeat(102)}R/${VECTOR?.subject}`)).toBe(false)
  })
})

/** A leading slash, one trailing slash, and what follows `?` or `#` are forgiven by contract. */
function isForgiven(changed: string, original: string = PATH): boolean {
  const text = changed.startsWith('/') ? changed.slice(1) : changed
  return text.split(/[?#]/, 1)[0]?.replace(/\/$/, '') === original
}
