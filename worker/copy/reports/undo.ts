/** What stays as it is when an import is taken back, and why. Vietnamese, kept as it was told. */
export const UNDO_REPORT = {
  siteElsewhere: '“{name}”: ngoài địa bàn được giao, giữ nguyên.',
  siteRests: '“{name}”: {rest}, giữ nguyên.',
  siteFieldChanged: '“{name}”, {field}: đã được sửa sau đó, giữ nguyên.',
  cropChanged: '“{site}”, cây {crop}: đã được sửa sau đó, giữ nguyên.',
  codeElsewhere: 'Mã {code}: ngoài địa bàn được giao, giữ nguyên.',
  codeRests: 'Mã {code}: {rest}, giữ nguyên.',
  codeFieldChanged: 'Mã {code}, {field}: đã được sửa sau đó, giữ nguyên.',
  entryElsewhere: 'Nhật ký {name} ngày {on} ({summary}): ngoài địa bàn được giao, giữ nguyên.',
  entryAmended: 'Nhật ký {name} ngày {on} ({summary}): đã được sửa sau đó, giữ nguyên.',
  batchRests: 'Lô {lot}, mã {ref}: {rest}, giữ nguyên.',
  batchOfOthers: 'của đơn vị khác',
  sealed: 'đã in tem',
  annulledSince: 'đã hủy từ trước',
  used: 'đã dùng cho lô khác hoặc đã giao hàng',
  batches: 'đã có lô hàng khai theo mã này',
  certificates: 'đã in giấy xác nhận',
  decisions: 'đã có quyết định khác sau lần nhập',
  successors: 'đã có mã cấp lại thay mã này',
  papers: 'đã có giấy tờ kèm theo',
  codes: 'còn mã số đang dùng',
  outlines: 'đã có ranh giới, hộ dân hoặc hợp đồng',
  diary: 'đã có nhật ký',
} as const satisfies Record<string, string>

/** What the columns are called there, beside those of the reports of lists. */
export const UNDO_FIELDS: Readonly<Record<string, string>> = {
  communeCode: 'mã xã',
  provinceCode: 'mã tỉnh',
  externalId: 'mã hệ thống',
  legacyCode: 'mã cũ',
  supersedesId: 'mã được thay',
  siteId: 'nơi được cấp',
  issuedOn: 'ngày cấp',
  documentNo: 'số văn bản',
  validTo: 'ngày hết hạn',
  withdrawnAt: 'việc rút khỏi sổ',
}
