import { describe, expect, it } from 'vitest'
import { type AuditSource, auditRowView } from '../../../site/view/audit-view.ts'
import { changedFields } from '../../../worker/domain/audit/changed-fields.ts'

describe('what a deed changed', () => {
  it('leaves out what stayed the same, and keeps what came and went', () => {
    const before = JSON.stringify({ market: 'CHN', status: 'active', lastEventId: 'e1' })
    const after = JSON.stringify({ market: 'CHN', status: 'suspended', documentNo: '118/TB' })
    expect(changedFields(before, after)).toEqual([
      { field: 'status', before: 'active', after: 'suspended' },
      { field: 'documentNo', before: null, after: '118/TB' },
      { field: 'lastEventId', before: 'e1', after: null },
    ])
  })

  it('shows nested values as JSON, and nothing where nothing was written', () => {
    expect(changedFields(null, '{"areas":[1,2],"wording":{"vi":"x"}}')).toEqual([
      { field: 'areas', before: null, after: '[1,2]' },
      { field: 'wording', before: null, after: '{"vi":"x"}' },
    ])
    expect(changedFields(null, null)).toEqual([])
  })

  it('shows what cannot be read as it stands', () => {
    expect(changedFields('{broken', '"text"')).toEqual([
      { field: '', before: '{broken', after: 'text' },
    ])
  })
})

describe('a deed in words', () => {
  const row: AuditSource = {
    seq: 7,
    at: Date.parse('2026-06-15T02:00:00Z'),
    actor: 'user:u1',
    actorName: 'Trần Thử',
    action: 'code.status',
    entity: 'code',
    entityId: 'c1',
    entityName: 'VN-AGOR-0012',
    before: '{"status":"active"}',
    after:
      '{"status":"suspended","market":"CHN","effectiveOn":"2026-06-20","recordedAt":1781488800000}',
    reason: 'rệp sáp',
    source: 'portal',
  }

  it('says who, what, to which thing, and each field in words and Vietnamese dates', () => {
    expect(auditRowView(row, 'vi')).toEqual({
      seq: 7,
      at: '09:00 ngày 15/06/2026',
      action: 'Quyết định trạng thái mã số',
      entity: { kind: 'Mã số', name: 'VN-AGOR-0012', href: '/portal/codes/VN-AGOR-0012' },
      actor: { text: 'Trần Thử, qua trang làm việc', href: '/portal/audit?actor=user%3Au1' },
      reason: 'Lý do: rệp sáp',
      changes: [
        { label: 'Trạng thái', before: 'đang hoạt động', after: 'tạm dừng' },
        { label: 'Thị trường', before: null, after: 'Trung Quốc' },
        { label: 'Có hiệu lực từ', before: null, after: '20/06/2026' },
        { label: 'Ghi nhận lúc', before: null, after: '09:00 ngày 15/06/2026' },
      ],
      moreChanges: 0,
    })
  })

  it('shows actions and things without words of their own as they stand in the log', () => {
    const odd = { ...row, action: 'x.y', entity: 'thing', entityName: null, actor: 'operator:lan' }
    expect(auditRowView({ ...odd, actorName: null }, 'vi')).toMatchObject({
      action: 'x.y',
      entity: { kind: 'thing', name: 'c1', href: null },
      actor: { text: 'lan (người vận hành), qua trang làm việc' },
    })
  })

  it('reads nested values as words, and counts what only the machine reads', () => {
    const after = JSON.stringify({
      ...{ id: 'x', siteId: 'y', searchKey: 'VNAGOR1', reasonCode: 'phytosanitary' },
      wording: { vi: 'Tạm dừng.', en: 'Suspended.', zh: '暂停。' },
      crops: [{ crop: 'Sầu riêng', cropFolded: 'sau rieng', variety: null, plantedAreaHa: 3.5 }],
      ...{ changes: ['ZHszJKxjBcOCDsgiKHPFq', 'KlN-Th-WxuBFJTKk8Wb3O'], plantingYear: 2018 },
    })
    const view = auditRowView({ ...row, before: null, after }, 'vi')
    expect(view.changes.map(({ label, after: text }) => `${label}: ${text}`)).toEqual([
      'Nhóm lý do: Vi phạm kiểm dịch thực vật',
      'Nội dung công bố: Tạm dừng.',
      'Cây trồng: Sầu riêng · 3,5',
      'Số thay đổi: 2',
      'Năm trồng: 2018',
    ])
    expect(view.moreChanges).toBe(3)
  })

  it('tells how many fields it leaves out', () => {
    const many = Object.fromEntries(Array.from({ length: 33 }, (_, i) => [`f${i}`, i + 1]))
    const view = auditRowView({ ...row, before: null, after: JSON.stringify(many) }, 'en')
    expect(view.changes).toHaveLength(20)
    expect(view.moreChanges).toBe(13)
  })
})
