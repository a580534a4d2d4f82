import { describe, expect, it } from 'vitest'
import {
  codeFacts,
  codeMarkets,
  formerSpelling,
  needsMeaning,
} from '../../../site/view/code-view.ts'
import { codeDataHref, codeHref } from '../../../site/view/links.ts'
import { problemText } from '../../../site/view/problem-text.ts'
import { codeSchemeName } from '../../../worker/copy/code-page.ts'
import { CODE_SCHEMES } from '../../../worker/domain/codes/code-schemes.ts'
import { CODE_STATUSES } from '../../../worker/domain/standing/types.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'
import { CODE_TODAY, codeEntry, decision } from '../../support/page-models/codes.ts'
import { problemModel } from '../../support/page-models/models.ts'

const WORDING = { vi: 'Khắc phục rệp sáp.', en: 'Mealybugs.', zh: '粉蚧。' }

describe('the facts of a code', () => {
  const text = (label: string, entry = codeEntry()) =>
    codeFacts(entry, 'vi').find((fact) => fact.label === label)?.text

  it('tell who holds it, where, and what grows there', () => {
    expect(text('Chủ mã số')).toBe('Hợp tác xã Xoài Cù Lao Giêng')
    expect(text('Địa điểm')).toBe('Xã Cù Lao Giêng, An Giang')
    expect(text('Cây trồng')).toBe('Xoài (Cát Hòa Lộc)')
    expect(text('Diện tích')).toBe('12,5\u00a0ha')
  })

  it('tell the area of each crop only where it is not the area of the whole place', () => {
    const crops = [
      { name: 'Bắp', variety: null, areaHa: 4 },
      { name: 'Đậu', variety: null, areaHa: null },
    ]
    expect(text('Cây trồng', codeEntry({ crops }))).toBe('Bắp 4\u00a0ha; Đậu')
  })

  it('say that a person is not named, and call their place by its kind in the reader’s language', () => {
    const holder = { name: null, kind: 'household' }
    const entry = codeEntry({ holder, name: 'Vùng trồng' })
    expect(codeFacts(entry, 'en').slice(0, 3)).toEqual([
      { label: 'Name', text: 'Growing area' },
      { label: 'Holder', text: 'not named' },
      { label: 'Kind', text: 'Farming household' },
    ])
  })

  it('leave what is not known empty, but do not ask a packing house for hectares', () => {
    const bare = codeEntry({ commune: null, province: null, crops: [], areaHa: null })
    expect(text('Địa điểm', bare)).toBeNull()
    expect(text('Cây trồng', bare)).toBeNull()
    expect(text('Diện tích', bare)).toBeNull()
    expect(text('Diện tích', { ...bare, kind: 'packing_house' })).toBeUndefined()
  })

  it('name every format the register knows, and own up to the others', () => {
    for (const lang of LANGUAGES) {
      const names = CODE_SCHEMES.map(({ id }) => codeSchemeName(id, lang))
      expect(new Set(names).size).toBe(CODE_SCHEMES.length)
      expect(names).not.toContain(codeSchemeName('unknown', lang))
    }
    expect(codeSchemeName('constructor', 'vi')).toBe('dạng khác')
  })

  it('show a former spelling as text only where it has no page of its own', () => {
    expect(formerSpelling(codeEntry({ legacyCode: 'VN-X-1' }))).toBe('VN-X-1')
    expect(formerSpelling(codeEntry({ legacyCode: 'VN-X-1', supersedes: 'VN-X-1' }))).toBeNull()
    expect(formerSpelling(codeEntry())).toBeNull()
  })
})

describe('a code in its markets', () => {
  const only = (...args: Parameters<typeof codeMarkets>) => {
    const [market] = codeMarkets(...args)
    if (market === undefined) throw new Error('the code has a market')
    return market
  }

  it('gives each market its own decisions, in the order they came', () => {
    const entry = codeEntry({
      markets: [
        { market: 'CHN', statusToday: 'suspended', since: '2026-06-01', validTo: null },
        { market: 'VNM', statusToday: 'active', since: '2025-01-01', validTo: null },
      ],
      history: [
        decision({ status: 'suspended', effectiveOn: '2026-06-01', text: WORDING }),
        decision({ market: 'VNM' }),
        decision(),
      ],
    })
    const markets = codeMarkets(entry, CODE_TODAY, 'vi')
    expect(markets.map(({ name, decisions }) => [name, decisions.length])).toEqual([
      ['Trung Quốc', 2],
      ['Trong nước', 1],
    ])
    expect(markets[0]?.decisions.map(({ date }) => date)).toEqual(['01/06/2026', '01/01/2025'])
    expect(markets[0]?.notes).toEqual(['từ ngày 01/06/2026'])
  })

  it('quotes the public wording in the page’s language', () => {
    const entry = codeEntry({ history: [decision({ text: WORDING })] })
    for (const lang of LANGUAGES) {
      expect(only(entry, CODE_TODAY, lang).decisions[0]?.wording).toContain(`“${WORDING[lang]}”`)
    }
  })

  it('tells when a decision was recorded only if that is more than three days off, by Vietnamese days', () => {
    const details = (recordedAt: string) =>
      only(
        codeEntry({ history: [decision({ effectiveOn: '2026-04-10', recordedAt })] }),
        CODE_TODAY,
        'vi',
      ).decisions[0]?.details
    expect(details('2026-04-13T16:59:00Z')).toBe('')
    expect(details('2026-04-13T17:00:00Z')).toBe('ghi nhận ngày 14/04/2026')
    expect(details('2026-04-06T17:00:00Z')).toBe('')
    expect(details('2026-04-06T16:59:00Z')).toBe('ghi nhận ngày 06/04/2026')
  })

  it('marks what was corrected and what has not begun, and announces only the latter', () => {
    const entry = codeEntry({
      history: [
        decision({ status: 'revoked', effectiveOn: '2026-09-01' }),
        decision({ status: 'cancelled', effectiveOn: '2026-08-01', amended: true }),
        decision({ status: 'suspended', effectiveOn: '2026-07-01' }),
        decision({ effectiveOn: CODE_TODAY }),
      ],
    })
    const { decisions, notes } = only(entry, CODE_TODAY, 'vi')
    expect(decisions.map(({ tag }) => tag)).toEqual([
      'chưa tới ngày',
      'đã đính chính',
      'chưa tới ngày',
      null,
    ])
    expect(notes.slice(1)).toEqual([
      'Từ ngày 01/07/2026: tạm dừng.',
      'Từ ngày 01/09/2026: đã thu hồi.',
    ])
  })

  it('says that a term has run out on the day after its last, once', () => {
    const term = (validTo: string, statusToday: 'active' | 'expired' = 'active') => {
      const markets = [{ market: 'CHN', statusToday, since: null, validTo }]
      return only(codeEntry({ markets }), CODE_TODAY, 'vi')
    }
    expect(term(CODE_TODAY)).toMatchObject({ notes: ['hiệu lực đến 15/06/2026'], lapsed: null })
    expect(term('2026-06-14')).toMatchObject({ notes: [], lapsed: 'đã hết hạn ngày 14/06/2026' })
    expect(term('2026-06-14', 'expired')).toMatchObject({ notes: [], lapsed: null })
  })

  it('says so where nothing was ever decided', () => {
    const markets = [{ market: 'JPN', statusToday: 'none' as const, since: null, validTo: null }]
    const market = only(codeEntry({ markets, history: [] }), CODE_TODAY, 'vi')
    expect(market.notes).toEqual(['chưa có quyết định nào'])
    expect(market.decisions).toEqual([])
  })

  it('explains what decisions mean wherever one stood against the code', () => {
    const explained = CODE_STATUSES.filter((status) =>
      needsMeaning(codeEntry({ history: [decision({ status }), decision()] })),
    )
    expect(explained).toEqual(['suspended', 'revoked', 'cancelled', 'expired'])
  })
})

describe('links and refusals', () => {
  it('keep the reader’s language and escape what was typed', () => {
    expect(codeHref('A/B', 'vi')).toBe('/codes/A%2FB')
    expect(codeHref('VN-1', 'zh')).toBe('/codes/VN-1?lang=zh')
    expect(codeDataHref('A/B')).toBe('/api/v1/codes/A%2FB')
  })

  it('tell an unknown code, one of several and a text that is none apart', () => {
    const title = (status: 400 | 404, candidates: string[]) =>
      problemText(problemModel(status, 'vi', { typedCode: { typed: 'x', candidates } })).title
    expect(title(404, [])).toBe('Không có mã số này')
    expect(title(404, ['A-1', 'A-01'])).toBe('Mã số này có thể là một trong các mã sau')
    expect(title(400, [])).toBe('Mã số chưa đúng')
    expect(problemText(problemModel(404, 'vi')).title).toBe('Không có trang này')
    expect(problemText(problemModel(400, 'vi', { typedRef: 'Z' })).text).toContain('“Z”')
  })
})
