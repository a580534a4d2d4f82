import { describe, expect, it } from 'vitest'
import { decisionMessage } from '../../../worker/verbs/codes/decision-message.ts'

const bodyOf = (reason: string) =>
  decisionMessage({
    ...{ code: 'VN-AGOR-0012', siteName: 'Vùng xoài' },
    event: {
      ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-11-20' },
      ...{ reason, documentNo: '12/TB-BVTV' },
    },
  }).body

describe('the message of a decision', () => {
  it('names a reason of ours in the language of the reader', () => {
    const { vi, en, zh } = bodyOf('Vi phạm an toàn thực phẩm')
    expect(vi).toContain('Lý do: Vi phạm an toàn thực phẩm. Văn bản: 12/TB-BVTV.')
    expect(`${en}${zh}`).not.toContain('Vi phạm')
  })

  it('keeps what an officer wrote', () => {
    const { vi, en } = bodyOf('Chờ khắc phục!')
    expect(vi).toContain('Lý do: Chờ khắc phục! Văn bản')
    expect(en).toContain('Reason: Chờ khắc phục! Document')
  })
})
