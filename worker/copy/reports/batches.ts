/** What the report of a list of batches says. Vietnamese, like the list; kept as it was told. */
export const BATCH_REPORT = {
  producerUnknown:
    'Chưa có nhà sản xuất “{name}”; hãy nhập danh sách mã số của đơn vị này hoặc tạo tổ chức (goc organisations create) trước.',
  producerAmbiguous:
    'Có {count} tổ chức tên “{name}”; hãy ghi mã số vùng trồng để biết là đơn vị nào.',
  notOwn:
    '“{name}” không phải đơn vị của anh/chị. Danh sách này chỉ nhận lô của chính đơn vị; hãy ghi đúng tên đơn vị.',
  gtinOfOthers: 'GTIN {gtin} đã thuộc sản phẩm của đơn vị khác.',
  gtinOtherName: 'GTIN {gtin} là của “{name}”, tên trong dòng khác.',
  otherGtin: 'Sản phẩm “{name}” đã có GTIN khác ({gtin}).',
  gtinNotKept: '“{name}” chưa khai GTIN; GTIN trong dòng chưa được ghi.',
  newProduct: 'thêm sản phẩm mới “{name}” của {producer}.',
  repeated: 'Lô này đã có ở dòng {row} trang “{sheet}”.',
  codeOfOthers: 'mã {code} do {holder} đứng tên, không phải {name}.',
  packedAhead: 'ngày đóng gói {on} chưa tới.',
  closed: 'Lô {ref} đã in tem hoặc đã hủy nên không sửa được nữa; hãy hủy lô và tạo lô mới.',
  batch: 'lô {lot}, {name}, {quantity}, đóng gói {on}',
  added: 'thêm {batch}',
  changed: 'sửa {batch}',
  codeUnknown: 'Mã {code} chưa có trong sổ mã số; hãy nhập mã trước.',
  codeOfKind: 'Mã {code} là mã {kind}.',
  givenAway: 'Lô {ref} đã giao {givenKg} kg cho lô khác; số lượng không thể ít hơn.',
  heavier: 'Lô này ({ownKg} kg) nặng hơn các nguồn cộng lại ({inputKg} kg).',
} as const satisfies Record<string, string>
