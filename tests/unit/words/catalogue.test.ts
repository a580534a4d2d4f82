import { describe, expect, it } from 'vitest'
import { CHECK_COPY } from '../../../worker/copy/check.ts'
import { CODE_COPY, CODE_PROBLEM_COPY, CODE_SCHEME_NAMES } from '../../../worker/copy/code-page.ts'
import {
  DIARY_FIELDS,
  DIARY_KINDS,
  DIARY_STAGES,
  diaryDetails,
} from '../../../worker/copy/diary.ts'
import { MARKETS, marketName, marketPhrase } from '../../../worker/copy/markets.ts'
import {
  CERTIFICATE_KINDS,
  CODE_STATUS_NAMES,
  NOTICE_KINDS,
  nameIn,
  ORGANISATION_KINDS,
  ROLES,
  SITE_KINDS,
} from '../../../worker/copy/names.ts'
import { REASON_ACTIONS } from '../../../worker/copy/reason-actions.ts'
import { SCAN_COPY } from '../../../worker/copy/scan.ts'
import { scanSentence, serialSentence } from '../../../worker/copy/scan-sentences.ts'
import {
  HOME_COPY,
  NOTICES_COPY,
  PROBLEM_COPY,
  PROBLEM_NOTES,
  SITE_COPY,
} from '../../../worker/copy/site.ts'
import { HEADLINE_NOTES, HEADLINES, STANDINGS } from '../../../worker/copy/status.ts'
import { UNITS } from '../../../worker/copy/units.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'

type Texts = { readonly vi: string; readonly en: string; readonly zh: string }

const CATALOGUE = {
  CHECK_COPY,
  CODE_PROBLEM_COPY,
  CODE_SCHEME_NAMES,
  CODE_COPY,
  DIARY_FIELDS,
  DIARY_KINDS,
  DIARY_STAGES,
  MARKETS,
  CERTIFICATE_KINDS,
  CODE_STATUS_NAMES,
  NOTICE_KINDS,
  ORGANISATION_KINDS,
  ROLES,
  SITE_KINDS,
  REASON_ACTIONS,
  SCAN_COPY,
  HOME_COPY,
  NOTICES_COPY,
  PROBLEM_NOTES,
  PROBLEM_COPY,
  SITE_COPY,
  HEADLINE_NOTES,
  HEADLINES,
  STANDINGS,
  UNITS,
}

const entries = collect(CATALOGUE, '')

describe('the catalogue', () => {
  it('is filled in every language, in NFC, calmly', () => {
    const wrong = entries.filter(([, texts]) =>
      LANGUAGES.some((lang) => {
        const text = texts[lang]
        return text.trim() === '' || text !== text.normalize('NFC') || text.includes('!')
      }),
    )
    expect(wrong).toEqual([])
    expect(entries.length).toBeGreaterThan(300)
  })

  it('has the same places to fill in every language', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()
    const wrong = entries.filter(([, texts]) =>
      LANGUAGES.some((lang) => places(texts[lang]) !== places(texts.vi)),
    )
    expect(wrong).toEqual([])
  })

  it('keeps Chinese out of the other languages', () => {
    for (const [, texts] of entries) expect(texts.vi + texts.en).not.toMatch(/\p{Script=Han}/u)
  })

  it('does not call a genuine label good, safe or guaranteed', () => {
    for (const lang of LANGUAGES) {
      expect(HEADLINES.clear[lang]).not.toMatch(/an toàn|bảo đảm|safe|good|guarantee|安全|优质/i)
    }
  })
})

describe('names', () => {
  it('falls back to the code of a market and to the key of a name', () => {
    expect(marketName('XKX', 'vi')).toBe('XKX')
    expect(marketPhrase('VNM', 'vi')).toBe('thị trường trong nước')
    expect(marketPhrase('USA', 'en')).toBe('export to the United States')
    expect(nameIn(ORGANISATION_KINDS, 'toString', 'vi')).toBe('toString')
  })

  it('joins a quantity and its unit and shows an unknown detail under its key', () => {
    expect(diaryDetails({ quantity: 2.5, unit: 't', brix: 18 }, 'vi')).toEqual([
      { label: 'Lượng', text: '2,5\u00a0tấn' },
      { label: 'brix', text: '18' },
    ])
    expect(diaryDetails({ unit: 'kg', intervalDays: 14 }, 'en')).toEqual([
      { label: 'Unit', text: 'kg' },
      { label: 'Pre-harvest interval', text: '14\u00a0days' },
    ])
  })
})

describe('the scan sentence', () => {
  const say = (count: number, firstOn: string | null, serial: number | null = 7) =>
    scanSentence({ scans: { count, firstOn }, serial }, 'vi')

  it('says first, once on a day, and many since a day', () => {
    expect(say(0, null)).toBe('Đây là lần quét đầu tiên của tem này.')
    expect(say(1, '2026-05-24')).toMatch(
      /^Trước lần này, tem đã được quét 1 lần, ngày 24\/05\/2026/,
    )
    expect(say(1204, '2026-05-24')).toMatch(/1\.204 lần, lần đầu ngày 24\/05\/2026/)
  })

  it('hints at copying for a unit seen before, never for a label the batch shares', () => {
    expect(say(3, '2026-05-24')).toContain('sao chép')
    expect(say(3, '2026-05-24', 0)).not.toContain('sao chép')
    expect(say(3, '2026-05-24', 0)).toContain('cùng một tem')
  })

  it('does not take missing counts for a first scan', () => {
    for (const lang of LANGUAGES) {
      const unknown = scanSentence({ scans: null, serial: 7 }, lang)
      expect(unknown).not.toBe(
        scanSentence({ scans: { count: 0, firstOn: null }, serial: 7 }, lang),
      )
    }
  })

  it('tells the label of the whole batch from one of a unit', () => {
    expect(serialSentence(42, 'vi')).toBe('Tem số 42')
    expect(serialSentence(0, 'vi')).toBe('Tem chung của cả lô')
    expect(serialSentence(null, 'vi')).toBe('')
  })
})

function collect(value: unknown, path: string): [string, Texts][] {
  if (typeof value !== 'object' || value === null) return []
  if ('vi' in value && 'en' in value && 'zh' in value) return [[path, value as Texts]]
  return Object.entries(value).flatMap(([key, inner]) => collect(inner, `${path}.${key}`))
}
