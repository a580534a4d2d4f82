import { describe, expect, it } from 'vitest'
import { batchNotices } from '../../../worker/domain/standing/batch-notices.ts'
import { makeReason } from '../../../worker/domain/standing/make-reason.ts'

const WHO = { producer: 'HTX Thử', authority: 'Chi cục Thử' }
const WORDING = { vi: 'Nguyên văn.', en: 'Word for word.', zh: '原文。' }

const suspended = makeReason({
  ...{ code: 'growing_area_suspended', since: '2026-05-01', market: 'CHN', codeNo: 'VN-1' },
  ...{ status: 'suspended', documentNo: '12/TB', wording: WORDING },
})

describe('notices of a batch for shoppers', () => {
  it('go by their day, the newest first, which stands on them', () => {
    const reasons = [
      makeReason({ code: 'batch_recalled', since: '2026-04-01' }),
      suspended,
      makeReason({ code: 'producer_suspended', since: '2026-06-01' }),
      makeReason({ code: 'packed_for_export', market: 'VNM' }),
    ]
    expect(batchNotices(reasons, WHO).map(({ on, by }) => [on, by])).toEqual([
      ['2026-06-01', null],
      ['2026-05-01', 'Chi cục Thử'],
      ['2026-04-01', 'HTX Thử'],
    ])
  })

  it('have the decision and its paper apart from what is said', () => {
    const [notice] = batchNotices([suspended], WHO)
    expect(notice).toMatchObject({ documentNo: '12/TB', wording: WORDING })
    expect(suspended.text.vi).toBe(
      `${notice?.sentence.vi} Theo văn bản số 12/TB. Nội dung công bố: “Nguyên văn.”`,
    )
  })

  it('name the body on record before anybody who answers for the place', () => {
    const recalled = makeReason({ code: 'batch_recalled', since: '2026-04-01', by: 'Sở Thử' })
    expect(batchNotices([recalled], WHO)[0]?.by).toBe('Sở Thử')
    const nobody = { producer: null, authority: null }
    expect(batchNotices([suspended], nobody)[0]?.by).toBeNull()
  })
})
