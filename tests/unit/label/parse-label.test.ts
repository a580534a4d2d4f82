import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropChatEndings } from '../../../worker/domain/label/chat-endings.ts'
import {
  isAlteredLabel,
  labelPath,
  looksLikeLabel,
  parseLabelPath,
  readLabelText,
} from '../../../worker/domain/label/parse-label.ts'
import { LABEL_VECTORS } from '../../support/conformance/vectors.ts'

const [SHORT, LONG] = LABEL_VECTORS
const SIG = SHORT?.sig ?? ''
const PATH = `/${SIG}/${SHORT?.subject}`
const LONG_PATH = `/${LONG?.sig}/${LONG?.subject}`

/** Any UTF-16 text, lone surrogates too. */
const anyText = fc
  .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units))

describe('what is forgiven', () => {
  it.each([
    ['the path alone', PATH],
    ['no first slash', PATH.slice(1)],
    ['the host in capitals', `HTTPS://GOC.EXAMPLE${PATH}`],
    ['a host in small letters, with port, over http', `http://goc.example:8787${PATH}`],
    ['one trailing slash', `${PATH}/`],
    ['one trailing slash before a query', `${PATH}/?fbclid=x`],
    ['a tracker', `${PATH}?fbclid=IwAR0/B/C?x#y`],
    ['a fragment', `${PATH}#:~:text=a/b`],
    ['an empty query and fragment', `${PATH}?#`],
    ['a tracker that a messenger added without a question mark', `${PATH}&fbclid=IwAR0/B/C`],
    ['a full stop at the end of a sentence', `HTTPS://GOC.EXAMPLE${PATH}.`],
    ['a bracket, a quote and a full stop', `https://goc.example${PATH}”).`],
    ['a slash, then a bracket', `${PATH}/)`],
    ['a bracket, then a tracker', `${PATH})?utm_source=zalo`],
    ['a no-break space and a zero-width space', `${PATH}\u00a0\u200b`],
    ['a byte order mark at the end', `${PATH}\ufeff`],
    ['what is left behind percent-encoded', `${PATH}%E2%80%9D%29%2e%20`],
    ['a zero-width space percent-encoded, small letters', `${PATH}%e2%80%8b`],
    ['a line break percent-encoded', `${PATH}%0D%0A`],
    ['ASCII white space at the ends', `\t\r\n\v\f HTTPS://GOC.EXAMPLE${PATH} \r\n`],
  ])('reads a label with %s', (_, text) => {
    const { label } = readLabelText(text)
    expect(label === null ? null : labelPath(label)).toBe(PATH)
  })

  it('never lets a query or fragment change what was read', () => {
    const expected = parseLabelPath(LONG_PATH)
    fc.assert(
      fc.property(fc.constantFrom('?', '#'), anyText, (mark, rest) => {
        expect(parseLabelPath(`${LONG_PATH}${mark}${rest}`)).toEqual(expected)
      }),
    )
  })

  it.each([
    ['HTTPS://Goc.Example:8443', 'goc.example:8443'],
    ['https://goc.example:443', 'goc.example'],
    ['http://goc.example:80', 'goc.example'],
    ['http://goc.example:443', 'goc.example:443'],
    ['https://goc.example:80', 'goc.example:80'],
    ['https://goc.example@evil.example', 'goc.example@evil.example'],
    ['https://[2001:db8::1]:8787', '[2001:db8::1]:8787'],
    ['', null],
  ])('gives the host of %s for comparison', (origin, host) => {
    expect(readLabelText(`${origin}${PATH}`)).toMatchObject({ host, label: { kid: 'A1B' } })
  })
})

describe('what is malformed', () => {
  it.each([
    ['two trailing slashes', `${PATH}//`],
    ['two slashes at the start', `/${PATH}`],
    ['two slashes after the host', `HTTPS://GOC.EXAMPLE/${PATH}`],
    ['two slashes in the subject', PATH.replace('B/', 'B//')],
    ['two slashes after the signature', `/${SIG}//${SHORT?.subject}`],
    ['a lower-case signature', `/${SIG.toLowerCase()}/${SHORT?.subject}`],
    ['a lower-case subject', `/${SIG}/b/7k3m9qx1/1`],
    ['a dot segment', `/./${PATH.slice(1)}`],
    ['a parent segment', `/x/..${PATH}`],
    ['a dot segment inside', `/${SIG}/./B/7K3M9QX1/1`],
    ['a parent segment inside', `/${SIG}/B/x/../7K3M9QX1/1`],
    ['an encoded dot', `/%2e${PATH}`],
    ['an encoded dot inside', `/${SIG}/%2e/B/7K3M9QX1/1`],
    ['an encoded slash', `/${SIG}%2FB/7K3M9QX1/1`],
    ['an encoded slash in the subject', `/${SIG}/B%2f7K3M9QX1/1`],
    ['an encoded letter', `/${SIG}/%42/7K3M9QX1/1`],
    ['a backslash', `/${SIG}\\B\\7K3M9QX1\\1`],
    ['one backslash', `/${SIG}/B\\7K3M9QX1/1`],
    ['a backslash after the host', `HTTPS://GOC.EXAMPLE\\${PATH.slice(1)}`],
    ['a space inside', `/${SIG}/B/7K3M9QX1/ 1`],
    ['a tab inside, which URL would drop', `/${SIG}/B/7K3M9QX1/\t1`],
    ['a line break inside, which URL would drop', `/${SIG}/B/7K3M\n9QX1/1`],
    ['a no-break space inside', `/${SIG}/B/7K3M9QX1\u00a0/1`],
    ['a byte order mark at the start', `\ufeff${PATH}`],
    ['a zero-width space', `/${SIG}/B/7K3M9QX1\u200b/1`],
    ['a fullwidth digit', `/${SIG}/B/7K3M9QX1/１`],
    ['an Arabic digit', `/${SIG}/B/7K3M9QX1/١`],
    ['a Cyrillic letter', `/${SIG}/В/7K3M9QX1/1`],
    ['a semicolon parameter', `${PATH};x=1`],
    ['another scheme', `ftp://goc.example${PATH}`],
    ['a script', `javascript:alert(1)//${PATH}`],
    ['nothing', ''],
    ['a slash', '/'],
    ['a second port', `https://goc.example:443:443${PATH}`],
    ['a second port after another', `https://goc.example:8787:443${PATH}`],
    ['a port that is no number', `https://goc.example:port${PATH}`],
    ['ws, another scheme', `ws://goc.example${PATH}`],
    ['no scheme before the host', `//goc.example${PATH}`],
    ['a bracket inside', `/${SIG}/B/7K3M9QX1)/1`],
    ['something else behind what chats leave', `${PATH}).x`],
    ['an encoded letter at the end', `${PATH}%41`],
    ['half an encoded character at the end', `${PATH}%E2%80`],
    ['an ideographic full stop', `${PATH}。`],
    ['two slashes before a bracket', `${PATH}//)`],
    ['only a host', 'HTTPS://GOC.EXAMPLE'],
    ['only a signature', `/${SIG}`],
    ['only a signature and a slash', `/${SIG}/`],
    ['no signature', `/${SHORT?.subject}`],
    ['two kilobytes of signature', `/${'A'.repeat(2_000)}/${SHORT?.subject}`],
    ['two kilobytes of serial', `/${SIG}/B/7K3M9QX1/${'1'.repeat(2_000)}`],
    ['two kilobytes of slashes', '/'.repeat(2_000)],
    ['two kilobytes of code', `/${SIG}/C/${'A-'.repeat(1_000)}A`],
  ])('refuses %s', (_, text) => {
    expect(readLabelText(text).label).toBeNull()
  })

  it('refuses every spelling of a signature but the one with zero bits at its end', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    const last = alphabet.indexOf(SIG.at(-1) ?? '')
    expect(last % 8).toBe(0)
    for (const [value, character] of [...alphabet].entries()) {
      const label = parseLabelPath(`/${SIG.slice(0, -1)}${character}/${SHORT?.subject}`)
      expect(label === null, character).toBe(value % 8 !== 0)
    }
  })

  it('never drops anything from the end of a label that stands in it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z+/-]{0,40}$/), (text) => {
        expect(dropChatEndings(text)).toBe(text)
      }),
    )
  })

  it('drops what chats leave in time that grows with it', () => {
    const [short, long] = [2_000, 200_000].map((n) => `${PATH}${'%20)'.repeat(n)}x`)
    expect(parseLabelPath(short ?? '')).toBeNull()
    expect(parseLabelPath(long ?? '')).toBeNull()
    expect(parseLabelPath(`${PATH}${'%E2%80%8B.'.repeat(50_000)}`)).not.toBeNull()
  })

  it('never throws, and what it reads it writes back as it was', () => {
    const pieces = fc.constantFrom(
      SIG,
      'B',
      'C',
      '01',
      '7K3M9QX1',
      '1',
      '0',
      '10',
      '21',
      '-',
      'VN-1',
    )
    const text = fc.array(fc.oneof(pieces, anyText), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(text, fc.constantFrom('/', '//', '\\', ''), (parts, glue) => {
        const raw = parts.join(glue)
        const label = parseLabelPath(raw)
        if (label !== null) {
          expect(`/${raw.replace(/^\//, '')}`.startsWith(labelPath(label))).toBe(true)
        }
        expect(() => readLabelText(raw)).not.toThrow()
      }),
      { numRuns: 2_000, seed: 4 },
    )
  })
})

describe('a label that was altered on its way', () => {
  it.each([
    ['in small letters', PATH.toLowerCase(), true],
    ['with an encoded slash', `/${SIG}%2FB/7K3M9QX1/1`, true],
    ['with an encoded letter', `/${SIG}/%42/7K3M9QX1/1`, true],
    ['with another padding', `/${SIG.slice(0, -1)}1/${SHORT?.subject}`, true],
    ['with another REF', PATH.replace('7K3M9QX1', '7K3M9QX2'), true],
    ['with a segment too many', `${PATH}/A/B/C`, true],
    ['with a word behind it', `${PATH}).xem`, true],
    ['on a host with two ports', `https://goc.example:1:2${PATH}x`, true],
    ['cut within the signature', `/${SIG.slice(0, 80)}`, false],
    ['cut after the signature', `/${SIG}/`, false],
    ['cut after the batch', `/${SIG}/B/7K3M9QX1`, false],
    ['cut before the packing house', `/${SIG}/B/7K3M9QX1/1/VN-AGOR-0012`, false],
    ['cut within gs1', `/${SIG}/01/08931234567897/10`, false],
    ['that never was one', 'Xoài cát Hòa Lộc', false],
    ['that is empty', '', false],
  ])('is told from one cut short: %s', (_, text, altered) => {
    expect(readLabelText(text).label).toBeNull()
    expect(isAlteredLabel(text)).toBe(altered)
  })
})

describe('which paths are answered as labels', () => {
  const long = 'x'.repeat(60)
  it.each([
    [PATH, true],
    ['/anything/B/1', true],
    ['/anything/b', true],
    ['/anything/C/', true],
    ['/anything/c?x', true],
    ['/anything/01/0', true],
    ['//B/1', true],
    ['/x/B#y', true],
    [`/${long}`, true],
    [`/${long}/`, true],
    [`/${long.toUpperCase()}/anything`, true],
    [`/${long.slice(1)}`, false],
    [`/${long}-`, false],
    ['/', false],
    ['', false],
    ['/b/7K3M9QX1', false],
    ['/01/08931234567897/10/7K3M9QX1', false],
    ['/c/VN-AGOR-0012', false],
    ['/api/v1/verify', false],
    ['/x/D/1', false],
    ['/x/1/B', false],
    ['/x/011/', false],
    ['/x?y=/z/B/', false],
    ['/x/%42/1', false],
    [`/${'a-'.repeat(53)}/x`, false],
    [`/notices?cursor=${'x'.repeat(91)}/y`, false],
    [`/${'%'.repeat(106)}/`, false],
  ])('%s: %s', (path, expected) => {
    expect(looksLikeLabel(path)).toBe(expected)
  })

  it('takes every well-formed label for one', () => {
    for (const { sig, subject } of LABEL_VECTORS) {
      expect(looksLikeLabel(`/${sig}/${subject}`)).toBe(true)
    }
  })
})
