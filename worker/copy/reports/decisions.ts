/** What the preview of a list of decisions says of its rows. Vietnamese, like the list. */
export const DECISION_REPORT = {
  repeated: 'Giống dòng {row}.',
  contradicted: 'Dòng {row} ghi khác cho cùng mã và thị trường; hãy giữ một dòng.',
  unknown: 'Sổ không có mã “{code}”.',
  elsewhere: 'Mã {code} nằm ngoài địa bàn được giao.',
  withdrawn: 'Mã {code} đã được rút vì nhập nhầm.',
  noMarket: 'Thiếu thị trường.',
  noStatus: 'Thiếu trạng thái.',
  noDay: 'Thiếu ngày hiệu lực.',
  noReason: 'Thiếu lý do.',
  noDocument: 'Thiếu số văn bản.',
  tooLong: 'Lý do hoặc số văn bản quá dài.',
} as const satisfies Record<string, string>
