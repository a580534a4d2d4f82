import { describe, expect, it } from 'vitest'
import { type LabelSlots, labelSlots, SLOT_MARKERS, SLOT_NAMES } from '../../../site/page-models.ts'
import { bandAction, bandOf, isPlain, reasonLine, reasonLines } from '../../../site/view/band.ts'
import { certificateLine, marketLines } from '../../../site/view/batch-facts.ts'
import { CHECK_EXAMPLE } from '../../../site/view/check-example.ts'
import { diaryView } from '../../../site/view/diary-view.ts'
import { spokenRef, telHref } from '../../../site/view/links.ts'
import { latenessOf } from '../../../worker/domain/diary/lateness.ts'
import { toJws } from '../../../worker/domain/label/jws.ts'
import { readLabelText } from '../../../worker/domain/label/parse-label.ts'
import { LANGUAGES } from '../../../worker/lib/text/local-text.ts'
import { fillTemplate, toTemplate } from '../../../worker/routes/scan/page-template.ts'
import { MANGO } from '../../support/page-models/batches.ts'
import { VERDICTS } from '../../support/page-models/verdicts.ts'

describe('the band', () => {
  it.each([
    ['clear', 'clear'],
    ['notice', 'notice'],
    ['recalled', 'recalled'],
    ['void', 'stop'],
    ['expired', 'stop'],
    ['forged', 'forged'],
    ['unknown', 'unknown'],
    ['malformed', 'malformed'],
    ['typed', 'typed'],
    ['typedRecalled', 'recalled'],
  ] as const)('of %s is %s', (name, band) => {
    expect(bandOf(VERDICTS[name], VERDICTS[name].authenticity === null)).toBe(band)
  })

  it('never shows a typed code as genuine, whatever its standing', () => {
    for (const standing of [null, 'clear', 'notice', 'stop'] as const) {
      expect(['typed', 'typed_stop']).toContain(bandOf({ ...VERDICTS.typed, standing }, true))
    }
  })

  it('lets a stop replace the cheerful parts and a notice leave them', () => {
    expect(
      ['stop', 'recalled', 'forged', 'unknown', 'malformed', 'typed_stop'].every((band) =>
        isPlain(band as Parameters<typeof isPlain>[0]),
      ),
    ).toBe(true)
    expect((['clear', 'notice', 'typed'] as const).some(isPlain)).toBe(false)
  })

  it('asks for the label itself, never for a cleaner one, where the link was altered', () => {
    const verdict = { ...VERDICTS.malformed, reasons: [] }
    expect(bandAction(verdict, 'altered', 'vi').text).toMatch(/^Quét lại mã trên chính chiếc tem/)
    expect(bandAction(verdict, 'altered', 'vi').text).not.toContain('Lau sạch')
    expect(isPlain('altered')).toBe(true)
  })

  it('shows both days of a decision that reaches back', () => {
    const [reason] = VERDICTS.notice.reasons
    if (reason === undefined) throw new Error('the notice fixture has a reason')
    expect(reasonLine(reason, 'vi').more).toBe('Hệ thống ghi nhận ngày 24/05/2026.')
    expect(reasonLine({ ...reason, recordedAt: '2026-05-23T01:00:00Z' }, 'vi').more).toBe('')
  })

  it('shows once what was said twice', () => {
    const { reasons } = VERDICTS.recalled
    expect(reasonLines([...reasons, ...reasons], 'vi')).toEqual(reasonLines(reasons, 'vi'))
    expect(reasonLines(VERDICTS.notice.reasons, 'vi')).toHaveLength(VERDICTS.notice.reasons.length)
  })

  it('gives one action in every case', () => {
    for (const verdict of Object.values(VERDICTS)) {
      const band = bandOf(verdict, verdict.authenticity === null)
      expect(bandAction(verdict, band, 'vi').text).not.toBe('')
    }
  })
})

describe('the diary', () => {
  it('tells what was done on one day in the order it was first written down, corrected or not', () => {
    const [first] = MANGO.diary
    if (first === undefined) throw new Error('no entry')
    const written = ['01', '02', '03', '04'].map((n) => ({
      ...{ ...first, entered: undefined, earlier: [], takenBackAt: null },
      ...{ id: `id-${n}`, summary: n, recordedAt: `2026-05-01T01:00:${n}.000Z` },
    }))
    const [one, two, three, four] = written
    if (!one || !two || !three || !four) throw new Error('four were written')
    const corrected = { ...two, recordedAt: '2026-06-01T01:00:00.000Z', earlier: [two] }
    // At one moment: ids of a device grow with time.
    const atOnce = { ...four, recordedAt: three.recordedAt }
    const told = (diary: Parameters<typeof diaryView>[0]) =>
      diaryView(diary, 'vi').flatMap(({ entries }) => entries.map((entry) => entry.told))
    expect(told([corrected, atOnce, three, one])).toEqual(['01', '02', '03', '04'])
    expect(told([three, corrected, one, atOnce])).toEqual(['01', '02', '03', '04'])
  })

  it('goes from sowing to packing, in order within its stages, and loses no entry', () => {
    const stages = diaryView(MANGO.diary, 'vi')
    expect(stages.flatMap((stage) => stage.entries)).toHaveLength(MANGO.diary.length)
    for (const { entries } of stages) {
      const days = entries.map((entry) => entry.occurredOn)
      expect(days).toEqual([...days].sort())
    }
    const order = ['growing', 'harvest', 'packing', 'transport', 'farm']
    const stageOrder = stages.map(({ stage }) => order.indexOf(stage))
    expect(stageOrder).toEqual([...stageOrder].sort())
  })

  it('marks an entry made more than three days after the work, by Vietnamese days', () => {
    const on = (recordedAt: string) =>
      latenessOf({
        ...{ occurredOn: '2026-04-02', recordedAt: Date.parse(recordedAt), madeAt: null },
      })?.days ?? null
    expect(on('2026-04-05T16:59:00Z')).toBeNull()
    expect(on('2026-04-05T17:00:00Z')).toBe(4)
    expect(on('2026-04-12T11:00:00Z')).toBe(10)
    expect(on('2026-04-01T11:00:00Z')).toBeNull()
  })

  it('names who declared and who checked each entry', () => {
    const [first] = diaryView(
      MANGO.diary.filter((entry) => entry.kind === 'packing'),
      'vi',
    )
    expect(first?.entries[0]?.declared).toBe('do Hợp tác xã Xoài Cù Lao Giêng khai')
    expect(first?.entries[0]?.verified).toMatch(/^do Trạm .* kiểm tra ngày 20\/05\/2026$/)
  })
})

describe('an entry that was amended', () => {
  const [entry] = MANGO.diary.filter(({ kind }) => kind === 'fertiliser')
  if (entry === undefined) throw new Error('the fixture has fertiliser')
  const { id, kind, occurredOn, recordedAt, summary, details } = entry
  const before = { id, kind, occurredOn, recordedAt, summary, details }
  const shown = (given: Partial<typeof entry>) =>
    diaryView([{ ...entry, reason: 'Ghi nhầm', ...given }], 'vi')[0]?.entries[0]

  it('shows when and why it was corrected, and what it said before', () => {
    const view = shown({
      earlier: [before],
      recordedAt: '2026-01-14T18:00:00Z',
      summary: 'Bón vôi',
    })
    expect(view).toMatchObject({
      told: 'Bón vôi',
      amended: 'Đã sửa ngày 15/01/2026. Lý do: Ghi nhầm',
      takenBack: false,
    })
    expect(view?.earlier).toHaveLength(1)
    expect(view?.earlier[0]).toMatch(/^Trước khi sửa: 25\/03\/2026 · Bón phân · Bón phân nuôi trái/)
  })

  it('is late by the day on which the work was first written down', () => {
    const first = { ...before, recordedAt: '2026-03-26T01:00:00Z' }
    const late = { recordedAt: '2026-06-30T01:00:00Z' }
    expect(shown({ ...late, earlier: [first] })?.tags).toEqual([])
    expect(shown(late)?.tags.join()).toContain('97')
  })

  it('says of one that was taken back that it counts no longer', () => {
    expect(shown({ takenBackAt: '2026-01-20T01:00:00Z' })).toMatchObject({
      amended: 'Đã rút lại ngày 20/01/2026, không còn được tính. Lý do: Ghi nhầm',
      takenBack: true,
      earlier: [],
    })
  })

  it('is told in a plain sentence in the reader’s language where it was written by its kind', () => {
    const spray = {
      ...entry,
      kind: 'plant_protection',
      entered: {
        product: { name: 'Anvil 5SC', id: null },
        targetPest: 'thán thư',
        dose: { value: '2.5', unit: 'ml/l' },
        intervalDays: 14,
        method: 'knapsack',
      },
      ...{ households: 3, isOnBehalf: true },
    }
    const inWords = (lang: 'vi' | 'en' | 'zh') => diaryView([spray], lang)[0]?.entries[0]
    expect(inWords('vi')).toMatchObject({
      told: 'Phun Anvil 5SC trừ thán thư, liều 2,5\u00a0ml/lít, cách ly 14\u00a0ngày.',
      tags: ['ghi chung 3 hộ', 'ghi theo lời người làm'],
    })
    expect(inWords('en')).toMatchObject({
      told: 'Sprayed Anvil 5SC against thán thư, 2.5\u00a0ml/L, no harvest for 14\u00a0days.',
    })
    expect(inWords('zh')?.details).toContainEqual({
      ...{ name: 'method', label: '方法', text: '背负式喷雾器' },
    })
  })

  it('says nothing of the sort of others', () => {
    expect(shown({})).toMatchObject({ amended: null, takenBack: false })
  })
})

describe('facts', () => {
  it('shows the standing of each market only where they differ', () => {
    expect(marketLines(VERDICTS.clear, 'vi')).toEqual(['Trung Quốc', 'Trong nước'])
    expect(marketLines(VERDICTS.notice, 'vi')).toEqual([
      'Trung Quốc: có lưu ý',
      'Trong nước: không có cảnh báo',
    ])
  })

  it('does not call a certificate valid on the day after its last', () => {
    const certificate = {
      kind: 'vietgap',
      number: 'VG-1',
      standard: null,
      issuedBy: null,
      issuedOn: null,
      expiresOn: '2026-04-01',
    }
    expect(certificateLine(certificate, '2026-04-01', 'vi').lapsed).toBeNull()
    const after = certificateLine(certificate, '2026-04-02', 'vi')
    expect(after.lapsed).toBe('đã hết hạn ngày 01/04/2026')
    expect(after.text).not.toContain('hiệu lực')
  })

  it('writes telephone links and spoken codes', () => {
    expect(telHref('+84 (28) 1234.567')).toBe('tel:+84281234567')
    expect(telHref('1900 0000')).toBe('tel:19000000')
    expect(spokenRef('7K3M9QX1')).toBe('7K3M-9QX1')
  })
})

/** The page as the worker sends it. */
function filled(html: string, slots: LabelSlots): string {
  const template = toTemplate({ html, styleHash: null }, 'vi')
  const texts = template.names.map((name) => slots[name])
  return new TextDecoder().decode(fillTemplate(template, texts))
}

describe('the slots of a label', () => {
  it('fill a kept page with the label’s own texts, escaped', () => {
    const page = SLOT_NAMES.map((name) => `<p>${SLOT_MARKERS[name]}</p>`).join('')
    const slots = { ...labelSlots(VERDICTS.clear, 'vi'), serial: '<b>&' }
    const html = filled(page, slots)
    expect(html).toContain('<p>&lt;b&gt;&amp;</p>')
    expect(html).toContain(slots.jws)
    expect(html).not.toMatch(/[\ue000\ue001]/)
  })

  it('leave a page without slots as it is', () => {
    expect(filled('<p>x</p>', labelSlots(VERDICTS.clear, 'vi'))).toBe('<p>x</p>')
  })

  it('give back the printed path from the JWS', () => {
    const { label } = readLabelText(CHECK_EXAMPLE.url)
    expect(label && toJws(label)).toBe(CHECK_EXAMPLE.jws)
    expect(CHECK_EXAMPLE.url.endsWith(labelSlots(VERDICTS.clear, 'vi').sigUrl)).toBe(true)
    expect(labelSlots(VERDICTS.clear, 'vi').sigUrl).toHaveLength('/SIG/B/7K3M9QX1/1'.length + 103)
    expect(labelSlots(VERDICTS.clear, 'vi', '/given').sigUrl).toBe('/given')
  })

  it('are empty where there is no label', () => {
    for (const lang of LANGUAGES) {
      const { serial, kid, jws, sigUrl } = labelSlots(VERDICTS.typed, lang)
      expect([serial, kid, jws, sigUrl]).toEqual(['', '', '', ''])
    }
  })
})
