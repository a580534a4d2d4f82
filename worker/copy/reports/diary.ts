/** What the report of a diary says. Vietnamese, like the diary; kept as it was told. */
export const DIARY_REPORT = {
  identical:
    'Dòng {row}: {what} ngày {on} ghi giống hệt nhau cho {count} vùng trồng (cùng liều, lượng, ghi chú); hãy kiểm tra có chép hàng loạt không.',
  codeUnknown: 'Mã {code} chưa có trong sổ mã số; hãy nhập danh sách mã số trước.',
  notOwn: 'Mã {code} không phải của đơn vị. Nhật ký này chỉ nhận vùng trồng của chính đơn vị.',
  dayAhead: 'Ngày này chưa tới; nhật ký chỉ ghi việc đã làm.',
  repeated: 'giống hệt dòng {row} trang “{sheet}”; chỉ ghi một lần.',
  batchOfOthers: 'Lô {ref} không đóng từ vùng trồng {code} và không thuộc {organisation}.',
  batchUnknown: 'chưa có lô “{lot}”; nhật ký vẫn được ghi cho vùng trồng.',
  batchAmbiguous: 'có {count} lô “{lot}”; hãy ghi mã lô 8 ký tự để gắn nhật ký vào đúng lô.',
} as const satisfies Record<string, string>
