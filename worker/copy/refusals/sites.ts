import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a place, its households, papers or contracts are not changed. */
export const SITE_REFUSALS = {
  noSuchKind: { vi: 'Không có loại này.', en: 'There is no such kind.', zh: '没有此类型。' },
  contractEndsBefore: {
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu của hợp đồng.',
    en: 'The last day comes before the contract begins.',
    zh: '结束日期早于合同开始日期。',
  },
  partnerMissing: {
    vi: 'Hãy ghi mã số hoặc tên.',
    en: 'Give a code or a name.',
    zh: '请填写注册编号或名称。',
  },
  partnerUnknown: {
    vi: 'Không tìm thấy “{typed}”. Nơi của đơn vị khác chỉ tìm được theo mã số.',
    en: '“{typed}” is not found. A place of another organisation is found by its code only.',
    zh: '未找到“{typed}”。其他单位的场所只能按注册编号查找。',
  },
  partnerAmbiguous: {
    vi: 'Có nhiều nơi như vậy; hãy chọn một.',
    en: 'There are several; choose one.',
    zh: '有多个符合，请选择一个。',
  },
  listMissing: {
    vi: 'Chưa có danh sách nào. Hãy chọn tệp hoặc dán vào ô.',
    en: 'There is no list yet. Choose a file or paste it into the box.',
    zh: '尚无名单，请选择文件或粘贴到框中。',
  },
  outOfBounds: {
    vi: '{where} nằm ngoài địa bàn của tài khoản này.',
    en: '{where} lies outside the area of this account.',
    zh: '{where} 不在此账户的辖区内。',
  },
  holderGone: {
    vi: 'Không có tổ chức này. Hãy chọn lại.',
    en: 'There is no such organisation. Choose again.',
    zh: '没有此组织，请重新选择。',
  },
  holderMissing: {
    vi: 'Hãy ghi tên chủ thể (hợp tác xã, doanh nghiệp, hộ).',
    en: 'Give the name of the holder (cooperative, company or household).',
    zh: '请填写主体名称（合作社、企业或农户）。',
  },
  holderUnknown: {
    vi: 'Chưa có đơn vị nào tên “{name}” trong sổ. Hãy xem lại tên; nếu là đơn vị mới thì chọn loại hình rồi lưu lại.',
    en: 'No organisation here is named “{name}”. Check the name; for a new one choose its kind and save again.',
    zh: '登记册中没有名为“{name}”的单位。请检查名称；如为新单位，请选择类型后再保存。',
  },
  holderAlike: {
    vi: 'Sổ có đơn vị tên gần giống “{name}”. Hãy chọn đúng đơn vị; nếu thật sự là đơn vị mới thì chọn loại hình rồi lưu lại.',
    en: 'The register has a name almost like “{name}”. Choose the right one; if it really is new, choose its kind and save again.',
    zh: '登记册中有与“{name}”相近的单位。请选择正确的单位；如确为新单位，请选择类型后再保存。',
  },
  holderKindUnknown: {
    vi: 'Hãy chọn loại hình của đơn vị mới.',
    en: 'Choose the kind of the new organisation.',
    zh: '请选择新单位的类型。',
  },
  holderThere: {
    vi: 'Tỉnh này đã có đơn vị tên “{name}”; hãy chọn đơn vị đó.',
    en: 'There is a “{name}” in this province already; choose it.',
    zh: '本省已有名为“{name}”的单位，请选择该单位。',
  },
  holderAmbiguous: {
    vi: 'Có nhiều tổ chức như vậy; hãy chọn một.',
    en: 'There are several such organisations; choose one.',
    zh: '有多个这样的组织，请选择一个。',
  },
  tooManyParcels: {
    vi: 'Nhiều nhất 5.000 thửa.',
    en: 'At most 5,000 parcels.',
    zh: '最多 5000 个地块。',
  },
  notAParcel: {
    vi: '“{text}” không phải mã thửa đất; mỗi dòng một mã, gồm chữ, số và dấu . / -',
    en: '“{text}” is no number of a parcel; one a line, of letters, digits and . / -',
    zh: '“{text}”不是地块编号；每行一个，由字母、数字和 . / - 组成',
  },
  documentKind: {
    vi: 'Hãy chọn loại giấy tờ.',
    en: 'Choose the kind of document.',
    zh: '请选择文件类型。',
  },
  fileMissing: { vi: 'Hãy chọn một tệp.', en: 'Choose a file.', zh: '请选择一个文件。' },
  fileEmpty: {
    vi: 'Tệp trống (0 byte). Hãy chọn lại tệp.',
    en: 'The file is empty (0 bytes). Choose it again.',
    zh: '文件为空（0 字节），请重新选择。',
  },
  fileTooLarge: {
    vi: 'Tệp quá lớn; nhiều nhất 10 MB.',
    en: 'The file is too large; at most 10 MB.',
    zh: '文件过大，最多 10 MB。',
  },
  fileKind: {
    vi: 'Chỉ nhận PDF, ảnh (JPG, PNG, WebP), Word (.docx) và Excel (.xlsx) không có macro.',
    en: 'Only PDF, pictures (JPG, PNG, WebP), Word (.docx) and Excel (.xlsx) without macros are taken.',
    zh: '仅接受 PDF、图片（JPG、PNG、WebP）、不含宏的 Word（.docx）和 Excel（.xlsx）。',
  },
  pictureBroken: {
    vi: 'Ảnh bị hỏng hoặc chưa đủ. Hãy chụp hoặc lưu lại rồi gửi.',
    en: 'The picture is broken or cut off. Take or save it again, then send it.',
    zh: '图片已损坏或不完整，请重新拍摄或保存后再提交。',
  },
  cropMissing: {
    vi: 'Hãy ghi tên cây trồng.',
    en: 'Give the name of the crop.',
    zh: '请填写作物名称。',
  },
  treatmentMissing: {
    vi: 'Hãy ghi cách xử lý.',
    en: 'Give the treatment.',
    zh: '请填写处理方式。',
  },
  cropTwice: {
    vi: 'Cây này đã có ở dòng trên; hãy gộp diện tích vào một dòng.',
    en: 'This crop stands in a line above; put the areas into one line.',
    zh: '此作物已在上方出现，请将面积合并到一行。',
  },
  notYoursToConfirm: {
    vi: 'Chỉ chủ mã số hoặc cán bộ phụ trách địa bàn mới xác nhận được hợp đồng này.',
    en: 'Only the holder of the code, or an officer of its area, can confirm this contract.',
    zh: '只有编号持有人或辖区主管人员可以确认该合同。',
  },
  alreadyThere: {
    vi: '{holder} đã có “{name}” ở xã này. Hãy mở bản đã có để sửa, hoặc đặt tên phân biệt.',
    en: '{holder} already has “{name}” in this commune. Change that one, or give this another name.',
    zh: '{holder} 在该乡已有“{name}”。请修改已有记录，或使用不同名称。',
  },
  notRunning: {
    vi: 'Hợp đồng này đã kết thúc, không còn quyền dùng mã để rút.',
    en: 'This contract is over; there is no authorisation left to take back.',
    zh: '该合同已结束，无可撤回的授权。',
  },
  alreadyLinked: {
    vi: 'Đã có hợp đồng với “{name}” trong khoảng ngày này. Hãy kết thúc hợp đồng cũ trước.',
    en: 'There is a contract with “{name}” over some of these days. End that one first.',
    zh: '该期间内已有与“{name}”的合同。请先终止旧合同。',
  },
  withdrawn: {
    vi: '“{name}” đã được rút vì nhập nhầm; hãy khôi phục trước khi sửa.',
    en: '“{name}” was taken back as entered by mistake; put it back before changing it.',
    zh: '“{name}”因误录已撤回，请先恢复再修改。',
  },
  editedMeanwhile: {
    vi: 'Người khác vừa sửa thông tin này. Phần bạn gõ vẫn còn bên dưới; hãy mở lại trang để xem bản mới rồi ghi lại.',
    en: 'Somebody else has just changed this. What you typed is still below; open the page again to see the new version, then save.',
    zh: '他人刚刚修改了此信息。您输入的内容仍在下方；请重新打开页面查看最新内容后再保存。',
  },
  boundaryChanged: {
    vi: 'Người khác vừa đặt ranh giới mới cho nơi này. Hãy mở lại trang để xem rồi gửi lại nếu vẫn cần.',
    en: 'Somebody else has just set a new boundary. Open the page again, and send yours if it is still needed.',
    zh: '他人刚刚为该场所设置了新边界。请重新打开页面查看，如仍需要再提交。',
  },
  alreadyKept: {
    vi: 'Giấy tờ này đã được lưu với nơi này ({fileName}).',
    en: 'This document is kept here already ({fileName}).',
    zh: '该文件已保存（{fileName}）。',
  },
  hasCode: {
    vi: 'Nơi này đã được cấp mã số nên chỉ cán bộ quản lý mã số mới chuyển được sang xã khác, hoặc người khác vừa sửa. Hãy giữ xã cũ rồi ghi lại, và báo cán bộ nếu xã ghi sai.',
    en: 'This place has a code, so only the officers who grant codes can move it to another commune, or somebody has just changed it. Keep the commune, save again, and tell them if it is wrong.',
    zh: '该场所已获注册编号，只有管理注册编号的官员才能将其改到其他乡，或他人刚刚修改。请保留原乡后重新保存；如有误请告知官员。',
  },
  notWithdrawn: {
    vi: 'Chưa rút được “{name}”: đang có mã số gắn với nơi này, hoặc người khác vừa sửa. Mã đã cấp thì tạm dừng hoặc hủy mã, không rút nơi.',
    en: '“{name}” cannot be taken back: a code hangs on it, or somebody has just changed it. Suspend or cancel the code instead.',
    zh: '无法撤回“{name}”：该场所仍有注册编号，或他人刚刚修改。请暂停或注销注册编号。',
  },
  area: {
    vi: '{reason} Ví dụ: 2,5 ha.',
    en: 'This is not an area. For example: 2.5 ha.',
    zh: '无法识别面积，例如：2,5 ha。',
  },
  listUnreadable: {
    vi: '{reason}',
    en: 'The list cannot be read. It is a table with a heading over each column.',
    zh: '无法读取名单。名单应为表格，每列有标题。',
  },
} as const satisfies Record<string, LocalText>
