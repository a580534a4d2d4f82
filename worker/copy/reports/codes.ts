/** What the report of a list of codes says. Vietnamese, like the list; kept as it was told. */
export const CODE_REPORT = {
  newHolder: 'thêm tổ chức {name}',
  newSite: 'thêm “{name}”',
  crop: 'cây trồng {crop}{area}',
  cropArea: 'diện tích {crop}',
  statusOn: 'trạng thái, {market}, từ {on}',
  statusFrom: '{status} từ {on}',
  details: 'bổ sung thông tin',
  nothing: 'chưa có',
  holderAmbiguous: 'Có {count} tổ chức tên “{name}” ở {province}; hãy ghi tên phân biệt.',
  askHolder:
    'Sổ có “{known}”, gần giống “{typed}”. Hãy chọn: là một đơn vị, hay thật sự là đơn vị mới.',
  askCode: 'Sổ có mã {known}, gần giống “{typed}”. Hãy chọn: là mã đó, hay thật sự là mã mới.',
  holderTaken: '“{typed}” được ghi vào “{known}” như đã chọn.',
  holderKindUnknown:
    'chưa rõ “{name}” là loại tổ chức nào nên coi là hộ: tên sẽ không hiện công khai.',
  siteContradicted: '“{name}” ghi khác dòng {row} ({value}); giữ theo dòng {row}.',
  siteBack: '“{name}” đã được rút khỏi sổ trước đây, nay được lấy lại.',
  areaContradicted: 'diện tích {crop} ghi khác dòng {row}; giữ theo dòng {row}.',
  reason: 'Theo danh sách đã nhập',
  noPlaces: 'chưa nạp danh mục đơn vị hành chính, nên giữ địa danh như trong tệp.',
  formerPlace: '{former} nay thuộc {commune}, {province}.',
  statusContradicted:
    'Dòng {row} ghi trạng thái khác cho cùng mã, thị trường và ngày; hãy giữ một dòng.',
  placeKept: '{reason} Giữ địa chỉ đang có trong sổ.',
  withdrawn:
    'Mã {code} đã được rút khỏi sổ. Nếu cần dùng lại, hãy mở trang của mã và lấy lại trước khi nhập.',
  otherSite:
    'Mã {code} đã cấp cho {has}; dòng này ghi {says}. Một mã không cấp cho hai nơi; nếu chỉ đổi tên thì sửa ở trang của nơi đó trước.',
  codeBack: 'mã {code} đã được rút khỏi sổ trước đây, nay được lấy lại.',
  outOfBounds: 'Nơi này ({place}) nằm ngoài địa bàn được giao cho tài khoản.',
  noAddress: 'chưa rõ địa chỉ',
  newCode: 'mã mới {code}',
  siteAndHolder: '“{site}” của {holder}, {commune}',
} as const satisfies Record<string, string>

/** What the columns are called there, beside the facts of sites. */
export const CODE_REPORT_FIELDS = {
  hamlet: 'ấp, thôn',
  formerDistrict: 'huyện cũ',
  communeName: 'xã',
  provinceName: 'tỉnh',
} as const satisfies Record<string, string>
