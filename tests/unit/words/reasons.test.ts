import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REASON_ACTIONS } from '../../../worker/copy/reason-actions.ts'
import { type ReasonInput, reasonText } from '../../../worker/copy/reasons.ts'
import { reasonAction } from '../../../worker/domain/standing/reason-action.ts'
import {
  REASONS,
  type ReasonCode,
  reasonRow,
  type WordedReason,
} from '../../../worker/domain/standing/reasons.ts'
import { CODE_STATUSES } from '../../../worker/domain/standing/types.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'

const ALL = Object.keys(REASONS) as ReasonCode[]
const CODES = ALL.filter(
  (code): code is WordedReason => !/^code_(not_active|withdrawn)$/.test(code),
)
const BARE: ReasonInput = {
  code: 'label_void',
  since: null,
  market: null,
  codeNo: null,
  status: null,
  documentNo: null,
  wording: null,
  breach: null,
  allowance: null,
  altered: false,
  expiresOn: null,
}
const ALLOWANCE = {
  on: '2026-06-12',
  recordedAt: 0,
  by: 'Sở Nông nghiệp và Môi trường An Giang',
  reason: 'Đã đối chiếu hợp đồng',
}
const BREACH = {
  productName: 'Antracol 70WP',
  sprayedOn: '2026-05-10',
  intervalDays: 14,
  harvestedOn: '2026-05-17',
}
const text = (input: Partial<ReasonInput>) => reasonText({ ...BARE, ...input })

describe('reasonText', () => {
  it('has whole sentences in every language for every code, whatever is missing', () => {
    fc.assert(
      fc.property(
        fc.record({
          code: fc.constantFrom(...CODES),
          since: fc.constantFrom(null, '2026-06-12'),
          market: fc.constantFrom(null, 'CHN', 'VNM', 'XKX'),
          codeNo: fc.constantFrom(null, 'VN-AGOR-0012'),
          status: fc.constantFrom(null, ...CODE_STATUSES),
          documentNo: fc.constantFrom(null, '12/TB-BVTV'),
          wording: fc.constantFrom(null, { vi: 'Kiểm tra lại.', en: 'Retest.', zh: '复检。' }),
          breach: fc.constantFrom(null, BREACH),
          allowance: fc.constantFrom(null, ALLOWANCE),
          altered: fc.boolean(),
          expiresOn: fc.constantFrom(null, '2026-06-11'),
        }),
        (input) => {
          const said = reasonText(input)
          for (const lang of LANGUAGES) {
            expect(said[lang]).toMatch(/[.。”]$/)
            expect(said[lang]).not.toMatch(/null|undefined|\{|\}| {2}|\d{4}-\d{2}-\d{2}| [.,]/)
          }
        },
      ),
    )
  })

  it('says the day in the form of each language', () => {
    const said = text({ code: 'batch_recalled', since: '2026-06-12' })
    expect(said.vi).toContain('12/06/2026')
    expect(said.en).toContain('12 June 2026')
    expect(said.zh).toContain('2026年6月12日')
  })

  it.each(CODES.filter((code) => /^(growing|packing|code_use_not)/.test(code)))(
    'names the market and the code of a scoped reason: %s',
    (code) => {
      const said = text({ code, market: 'CHN', codeNo: 'VN-AGOR-0012', since: '2026-06-12' })
      expect(said.vi).toContain('thị trường Trung Quốc')
      expect(said.en).toContain('export to China')
      expect(said.zh).toContain('中国市场')
      for (const lang of LANGUAGES) expect(said[lang]).toContain('VN-AGOR-0012')
    },
  )

  it('speaks of food safety only where it is the cause', () => {
    const risk = /an toàn|food safety|食品安全|dư lượng|residue/i
    for (const code of CODES) {
      const said = text({ code, since: '2026-06-12', market: 'CHN', breach: BREACH })
      for (const lang of LANGUAGES) {
        expect(risk.test(said[lang])).toBe(code === 'pre_harvest_interval_breached')
      }
    }
  })

  it('appends the published wording of each language as a quotation', () => {
    const wording = { vi: 'Lý do A', en: 'Reason A', zh: '原因甲' }
    const said = text({ code: 'batch_recalled', wording })
    for (const lang of LANGUAGES) expect(said[lang]).toContain(`“${wording[lang]}”`)
  })

  it('tells a label signed before the revocation of its key from one signed after', () => {
    const before = text({ code: 'key_revoked', since: '2026-06-12', severity: 'notice' })
    const after = text({ code: 'key_revoked', since: '2026-06-12', severity: 'stop' })
    expect(before.vi).toContain('vẫn là tem thật')
    expect(after.vi).not.toContain('vẫn là tem thật')
    expect(text({ code: 'key_revoked', since: '2026-06-12' }).vi).not.toContain('vẫn là tem thật')
  })

  it.each(['code_use_allowed', 'interval_overridden'] as const)(
    'names who allowed it and why: %s',
    (code) => {
      const said = text({ code, allowance: ALLOWANCE, since: '2026-06-12', codeNo: 'VN-AGOR-0012' })
      for (const lang of LANGUAGES) {
        expect(said[lang]).toContain(ALLOWANCE.by)
        expect(said[lang]).toContain(ALLOWANCE.reason)
      }
    },
  )

  it('quotes a reason without a second full stop', () => {
    const allowance = { ...ALLOWANCE, reason: 'Đã kiểm tra tại vườn.' }
    const said = text({ code: 'code_use_allowed', allowance, since: null, codeNo: null })
    expect(said.vi).toContain('“Đã kiểm tra tại vườn”.')
    for (const lang of LANGUAGES) expect(said[lang]).not.toMatch(/[.。]”[.。]/)
  })

  it('gives the last day of use of goods past it', () => {
    expect(
      text({ code: 'batch_expired', since: '2026-06-12', expiresOn: '2026-06-11' }).vi,
    ).toContain('11/06/2026')
  })

  it('gives the days of a harvest that came too early', () => {
    const said = text({ code: 'pre_harvest_interval_breached', breach: BREACH })
    for (const part of ['17/05/2026', '14 ngày', 'Antracol 70WP', '10/05/2026']) {
      expect(said.vi).toContain(part)
    }
  })
})

describe('reasonAction', () => {
  it('never tells a shopper to go on with goods that are stopped', () => {
    for (const code of ALL) {
      if (REASONS[code].severity === 'notice' || code === 'signature_invalid') continue
      const group = reasonAction({ code, severity: 'stop', genuine: true, stopped: true })
      expect(REASON_ACTIONS[group].text.vi).toMatch(/^Không (ăn|mua)/)
    }
  })

  it('asks only the trader to act on a stop limited to one market', () => {
    const input = { severity: 'stop', genuine: true, stopped: false } as const
    expect(reasonAction({ code: 'growing_area_not_active_when_packed', ...input })).toBe(
      'check_market',
    )
  })

  it('never takes a reason it does not know for something lenient', () => {
    expect(() => reasonRow('some_later_reason')).toThrow('some_later_reason')
    expect(() => reasonRow('toString')).toThrow()
    const later = { code: 'batch_recaled', severity: 'stop', genuine: true, stopped: true } as const
    expect(() => reasonAction(later)).toThrow('batch_recaled')
  })
})
