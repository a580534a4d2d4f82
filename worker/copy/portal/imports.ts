import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** Pages that read lists in. */
export const IMPORTS_COPY = {
  ...labels('reason', 'file', 'outcome', 'preview', 'row', 'state', 'when'),
  title: { vi: 'Nhập danh sách', en: 'Imports', zh: '导入列表' },
  start: { vi: 'Nhập danh sách mới', en: 'Import a list', zh: '导入新列表' },
  empty: {
    vi: 'Chưa có lần nhập nào. Hãy bắt đầu từ danh sách mã số mà đơn vị đang giữ: hệ thống cho xem trước từng dòng rồi mới ghi.',
    en: 'No list has been imported. Begin with the list of codes you keep: every row is shown before anything is stored.',
    zh: '尚未导入任何列表。可从贵单位现有的注册编号列表开始：写入前会先显示每一行。',
  },
  runs: {
    vi: 'Các lần nhập, mới nhất trước',
    en: 'Imports, newest first',
    zh: '导入记录（最新在前）',
  },
  who: { vi: 'Người nhập', en: 'By', zh: '操作人' },
  rows: { vi: 'Số dòng', en: 'Rows', zh: '行数' },
  operator: { vi: 'dòng lệnh', en: 'command line', zh: '命令行' },
  countsLine: {
    vi: '{added} thêm mới, {changed} thay đổi, {unchanged} đã có, {refused} bị từ chối',
    en: '{added} new, {changed} changed, {unchanged} there already, {refused} refused',
    zh: '新增 {added}，变更 {changed}，已有 {unchanged}，拒绝 {refused}',
  },
  // The form.
  lead: {
    vi: 'Chọn tệp Excel (.xlsx) hoặc CSV. Hệ thống đọc tệp và cho xem trước; chưa ghi gì vào sổ cho đến khi cán bộ xác nhận.',
    en: 'Choose an Excel (.xlsx) or CSV file. It is read and shown first; nothing is stored until you confirm.',
    zh: '请选择 Excel（.xlsx）或 CSV 文件。系统先读取并预览，确认之前不会写入。',
  },
  householdsElsewhere: {
    vi: 'Danh sách hộ dân thì nhập ở trang của từng vùng trồng.',
    en: 'Lists of households are imported on the page of their growing area.',
    zh: '农户名单请在各种植区页面导入。',
  },
  kindOfList: { vi: 'Loại danh sách', en: 'Kind of list', zh: '列表类型' },
  kindCodes: {
    vi: 'Danh sách mã số vùng trồng, cơ sở đóng gói',
    en: 'List of growing-area and packing-house codes',
    zh: '种植区和包装厂注册编号列表',
  },
  kindBatches: { vi: 'Danh sách lô hàng', en: 'List of batches', zh: '批次列表' },
  kindDiary: { vi: 'Nhật ký canh tác', en: 'Farming diary', zh: '生产记录' },
  kindProtection: {
    vi: 'Danh mục thuốc bảo vệ thực vật',
    en: 'List of plant-protection products',
    zh: '植保产品目录',
  },
  ownLead: {
    vi: 'Chọn tệp Excel (.xlsx) hoặc CSV của đơn vị. Hệ thống đọc tệp và cho xem trước; chưa ghi gì cho đến khi anh/chị xác nhận. Dòng ghi tên đơn vị khác hoặc mã không phải của đơn vị sẽ bị từ chối.',
    en: 'Choose an Excel (.xlsx) or CSV file of your organisation. It is read and shown first; nothing is stored until you confirm. Rows that name another organisation, or a code that is not yours, are refused.',
    zh: '请选择本单位的 Excel（.xlsx）或 CSV 文件。系统先读取并预览，确认之前不会写入。写有其他单位或非本单位注册编号的行将被拒绝。',
  },
  ownTemplateLead: {
    vi: 'Mẫu đã ghi sẵn tên cột; trang thứ hai có tên đơn vị, sản phẩm và mã số của đơn vị để chọn trong ô.',
    en: 'The headings are there; a second sheet has the name of your organisation, its products and codes, to be chosen in the cells.',
    zh: '模板已含列名；第二页列出本单位名称、产品和注册编号，可在单元格中选择。',
  },
  ownEmpty: {
    vi: 'Chưa có lần nhập nào. Có thể nhập danh sách lô hàng và nhật ký canh tác từ Excel hoặc CSV: từng dòng được cho xem trước rồi mới ghi.',
    en: 'No list has been imported. Batches and the farming diary can be read from Excel or CSV: every row is shown before anything is stored.',
    zh: '尚未导入任何列表。可从 Excel 或 CSV 导入批次和生产日志：写入前会先显示每一行。',
  },
  allMine: {
    vi: 'Tải toàn bộ dữ liệu của đơn vị',
    en: 'Download everything of your organisation',
    zh: '下载本单位全部数据',
  },
  allMineLead: {
    vi: 'Một tệp ZIP gồm các bảng CSV: sản phẩm, lô hàng, nguồn, hàng mua, hàng giao, tem, nhật ký, hộ dân, chứng nhận, thu hồi.',
    en: 'One ZIP file of CSV tables: products, batches, sources, purchases, sales, label runs, diary, households, certifications, recalls.',
    zh: '一个 ZIP 文件，含各 CSV 表：产品、批次、来源、购入、交付、标签、日志、农户、认证、召回。',
  },
  chooseFile: { vi: 'Tệp danh sách', en: 'List file', zh: '名单文件' },
  province: {
    vi: 'Tỉnh, nếu danh sách chỉ ghi ở tiêu đề',
    en: 'Province, if only the title of the list says it',
    zh: '省份（若仅写在标题中）',
  },
  market: {
    vi: 'Thị trường, nếu danh sách chỉ ghi ở tiêu đề',
    en: 'Market, if only the title of the list says it',
    zh: '市场（若仅写在标题中）',
  },
  template: { vi: 'Mẫu danh sách', en: 'A list to fill in', zh: '列表模板' },
  templateLead: {
    vi: 'Tên cột không cần đúng từng chữ: các cách gọi thường gặp đều nhận ra. Cần có: mã số, tên vùng trồng hoặc cơ sở, chủ sở hữu, xã, tỉnh, thị trường, ngày cấp.',
    en: 'Headings need not match word for word; the usual names are recognised. Needed: code, name of the place, holder, commune, province, market, date.',
    zh: '列名不必完全一致，常见叫法均可识别。必填：注册编号、地点名称、持有人、乡、省、市场、日期。',
  },
  templateXlsx: { vi: 'Tải mẫu Excel', en: 'Download as Excel', zh: '下载 Excel 模板' },
  templateCsv: { vi: 'Tải mẫu CSV', en: 'Download as CSV', zh: '下载 CSV 模板' },
  // The preview and the report.
  previewTitle: { vi: 'Xem trước khi nhập', en: 'Before it is imported', zh: '导入前预览' },
  nothingYet: {
    vi: 'Chưa ghi gì vào sổ. Hãy xem lại rồi xác nhận.',
    en: 'Nothing is stored yet. Look it over, then confirm.',
    zh: '尚未写入。请核对后确认。',
  },
  added: { vi: 'Thêm mới', en: 'New', zh: '新增' },
  changed: { vi: 'Thay đổi', en: 'Changed', zh: '变更' },
  unchanged: { vi: 'Đã có, giữ nguyên', en: 'There already', zh: '已有' },
  refused: { vi: 'Bị từ chối', en: 'Refused', zh: '拒绝' },
  what: { vi: 'Nội dung', en: 'What', zh: '内容' },
  column: { vi: 'Cột', en: 'Column', zh: '列' },
  value: { vi: 'Đang ghi', en: 'Says', zh: '现值' },
  rowAndCode: { vi: 'Mã, dòng', en: 'Code, row', zh: '注册编号、行' },
  before: { vi: 'Đang có', en: 'As it is', zh: '现有值' },
  after: { vi: 'Sẽ thành', en: 'As it becomes', zh: '更改后' },
  inOrder: {
    vi: 'Xem theo thứ tự dòng',
    en: 'See them in the order of the rows',
    zh: '按行顺序查看',
  },
  whatComes: {
    vi: 'Nội dung được ghi',
    en: 'What goes into the register',
    zh: '写入登记册的内容',
  },
  totalsWrong: {
    vi: 'Các dòng tổng',
    en: 'Totals',
    zh: '合计行',
  },
  firstOf: {
    vi: '{shown} dòng đầu trong {total}.',
    en: 'The first {shown} of {total}.',
    zh: '共 {total} 项，显示前 {shown} 项。',
  },
  refusedLead: {
    vi: 'Các dòng này không được ghi; các dòng khác không bị ảnh hưởng. Tải về, sửa rồi gửi lại đúng tệp đó.',
    en: 'These rows are not stored; the others are not affected. Download them, mend them and send that file.',
    zh: '这些行不会写入，其他行不受影响。可下载修改后重新提交该文件。',
  },
  downloadRefused: {
    vi: 'Tải các dòng bị từ chối (CSV)',
    en: 'Download the refused rows (CSV)',
    zh: '下载被拒绝的行（CSV）',
  },
  warnings: { vi: 'Cần xem lại', en: 'To look at again', zh: '需要核对' },
  totals: {
    vi: 'Dòng tổng không khớp (chỉ báo, không nhập)',
    en: 'Printed totals that do not add up (told, never imported)',
    zh: '合计不符（仅提示，不导入）',
  },
  same: {
    vi: 'Chính tệp này đã được nhập lúc {at}. Nhập lại cũng được: dòng đã có sẽ giữ nguyên.',
    en: 'This very file was imported at {at}. It may be imported again: rows that are there stay as they are.',
    zh: '此文件已于 {at} 导入。可再次导入：已有的行保持不变。',
  },
  confirm: { vi: 'Ghi {count} dòng vào sổ', en: 'Store {count} rows', zh: '写入 {count} 行' },
  nothingToStore: {
    vi: 'Không có dòng nào để ghi: mọi dòng đã có hoặc bị từ chối.',
    en: 'There is nothing to store: every row is there already or refused.',
    zh: '没有可写入的行：全部已存在或被拒绝。',
  },
  used: {
    vi: 'Danh sách này đã được xác nhận.',
    en: 'This list has been confirmed already.',
    zh: '此列表已确认。',
  },
  openRun: { vi: 'Xem lần nhập', en: 'See the import', zh: '查看此次导入' },
  otherFile: { vi: 'Chọn tệp khác', en: 'Choose another file', zh: '选择其他文件' },
  reading: {
    vi: 'Đang đọc tệp. Trang này tự làm mới; có thể đóng lại, việc vẫn chạy.',
    en: 'The file is being read. This page refreshes itself; it may be closed, the work goes on.',
    zh: '正在读取文件。本页自动刷新；关闭页面不影响处理。',
  },
  stopReading: { vi: 'Dừng đọc tệp', en: 'Stop reading', zh: '停止读取' },
  readingStopped: {
    vi: 'Đã dừng đọc tệp theo yêu cầu. Chưa ghi gì vào sổ.',
    en: 'Reading was stopped as asked. Nothing is stored.',
    zh: '已按要求停止读取。尚未写入。',
  },
  readingFailed: {
    vi: 'Chưa đọc được tệp. {problem} Chưa ghi gì vào sổ.',
    en: 'The file could not be read. {problem} Nothing is stored.',
    zh: '未能读取文件。{problem}尚未写入。',
  },
  notRead: {
    vi: 'Tệp này chưa được đọc. Chưa ghi gì vào sổ.',
    en: 'This file has not been read. Nothing is stored.',
    zh: '此文件尚未读取。尚未写入。',
  },
  readAgain: { vi: 'Đọc lại tệp', en: 'Read it again', zh: '重新读取' },
  readAt: {
    vi: 'Đọc lúc {at}, theo sổ vào lúc đó.',
    en: 'Read at {at}, against the register of that moment.',
    zh: '读取时间：{at}（以当时的登记册为准）。',
  },
  oldTextFound: {
    vi: 'Có {cells} ô chữ {name} nên đọc ra bị sai. Nếu chuyển sang Unicode, chữ sẽ như sau:',
    en: '{cells} cells are written in {name} and come out wrong. Turned into Unicode they would read:',
    zh: '有 {cells} 个单元格使用 {name}，因此显示错误。转换为 Unicode 后为：',
  },
  oldTextConverted: {
    vi: 'Đã đọc {cells} ô chữ {name} và chuyển sang Unicode. Hãy xem lại:',
    en: '{cells} cells in {name} were read and turned into Unicode. Look them over:',
    zh: '已将 {cells} 个 {name} 单元格转换为 Unicode。请核对：',
  },
  convertText: {
    vi: 'Chuyển sang Unicode rồi đọc lại',
    en: 'Turn into Unicode and read again',
    zh: '转换为 Unicode 并重新读取',
  },
  keepText: {
    vi: 'Giữ nguyên chữ rồi đọc lại',
    en: 'Leave the text and read again',
    zh: '保留原文并重新读取',
  },
  // One import.
  runTitle: { vi: 'Lần nhập danh sách', en: 'Import of a list', zh: '导入详情' },
  cancel: { vi: 'Dừng nhập', en: 'Stop the import', zh: '停止导入' },
  by: { vi: '{who} nhập lúc {at}.', en: 'By {who} at {at}.', zh: '{who} 于 {at} 导入。' },
  running: {
    vi: 'Đang ghi: {done}/{total} dòng. Trang này tự làm mới; có thể đóng lại, việc vẫn chạy.',
    en: 'Storing: {done} of {total} rows. This page refreshes itself; it may be closed, the work goes on.',
    zh: '正在写入：{done}/{total} 行。本页自动刷新；关闭页面不影响处理。',
  },
  finishing: {
    vi: 'Các dòng đã ghi xong. Đang cập nhật hồ sơ lô hàng và báo cho chủ mã số.',
    en: 'All rows are in. Batch documents are being brought up to date and holders told.',
    zh: '所有行已写入。正在更新批次资料并通知持有人。',
  },
  cancelled: {
    vi: '{who} đã dừng lần nhập này lúc {at}, sau {done}/{total} dòng. Các dòng đã ghi vẫn còn và không bị ghi lần nữa.',
    en: 'Stopped by {who} at {at} after {done} of {total} rows. What was stored is kept and is not stored again.',
    zh: '{who} 于 {at} 停止此次导入，已处理 {done}/{total} 行。已写入的行保留，不会重复写入。',
  },
  failed: {
    vi: 'Lần nhập này không đi tiếp được, sau {done}/{total} dòng. {problem} Các dòng đã ghi vẫn còn và không bị ghi lần nữa.',
    en: 'This import could not go on after {done} of {total} rows. {problem} What was stored is kept and is not stored again.',
    zh: '此次导入在 {done}/{total} 行后无法继续。{problem}已写入的行保留，不会重复写入。',
  },
  cutOff: {
    vi: 'Lần nhập này dừng giữa chừng, sau {done}/{total} dòng. Các dòng đã ghi vẫn còn và không bị ghi lần nữa.',
    en: 'This import stopped after {done} of {total} rows. What was stored is kept and is not stored again.',
    zh: '此次导入在 {done}/{total} 行后中断。已写入的行保留，不会重复写入。',
  },
  resume: { vi: 'Nhập tiếp', en: 'Go on', zh: '继续导入' },
  done: {
    vi: 'Đã nhập xong lúc {at}.',
    en: 'Finished at {at}.',
    zh: '已于 {at} 完成。',
  },
  undoing: {
    vi: 'Đang hoàn tác: {done}/{total} thay đổi. Trang này tự làm mới.',
    en: 'Being taken back: {done} of {total} changes. This page refreshes itself.',
    zh: '正在撤销：{done}/{total} 项变更。本页自动刷新。',
  },
  undoCutOff: {
    vi: 'Việc hoàn tác dừng giữa chừng, sau {done}/{total} thay đổi.',
    en: 'Taking it back stopped after {done} of {total} changes.',
    zh: '撤销在 {done}/{total} 项后中断。',
  },
  undoFailed: {
    vi: 'Việc hoàn tác không đi tiếp được, sau {done}/{total} thay đổi. {problem}',
    en: 'Taking it back could not go on after {done} of {total} changes. {problem}',
    zh: '撤销在 {done}/{total} 项后无法继续。{problem}',
  },
  resumeUndo: { vi: 'Hoàn tác tiếp', en: 'Go on taking back', zh: '继续撤销' },
  undone: {
    vi: '{who} đã hoàn tác lúc {at}: rút {codes} mã và {sites} nơi, rút lại {decisions} quyết định. Lý do: {reason}',
    en: 'Taken back by {who} at {at}: {codes} codes and {sites} places withdrawn, {decisions} decisions taken back. Reason: {reason}',
    zh: '{who} 于 {at} 撤销：撤下 {codes} 个注册编号和 {sites} 个地点，撤回 {decisions} 项决定。原因：{reason}',
  },
  undoneDiary: {
    vi: '{who} đã hoàn tác lúc {at}: rút lại {entries} dòng nhật ký. Lý do: {reason}',
    en: 'Taken back by {who} at {at}: {entries} diary entries. Reason: {reason}',
    zh: '{who} 于 {at} 撤销：撤回 {entries} 条生产记录。原因：{reason}',
  },
  undoneBatches: {
    vi: '{who} đã hoàn tác lúc {at}: hủy {batches} lô. Lý do: {reason}',
    en: 'Taken back by {who} at {at}: {batches} batches annulled. Reason: {reason}',
    zh: '{who} 于 {at} 撤销：作废 {batches} 个批次。原因：{reason}',
  },
  undoneProtection: {
    vi: '{who} đã hoàn tác lúc {at}: bỏ {products} mục của danh mục, đưa lại mục trước đó. Lý do: {reason}',
    en: 'Taken back by {who} at {at}: {products} entries taken out, those before put back. Reason: {reason}',
    zh: '{who} 于 {at} 撤销：移除目录 {products} 项，恢复之前的内容。原因：{reason}',
  },
  kept: { vi: 'Giữ nguyên, không hoàn tác', en: 'Kept as it is', zh: '保持不变' },
  undoTitle: { vi: 'Hoàn tác cả lần nhập', en: 'Take the whole import back', zh: '撤销整次导入' },
  undoLead: {
    vi: 'Sổ trở lại như trước lần nhập này. Những gì đã được sửa sau đó, và mã đã có lô hàng hoặc giấy xác nhận, được giữ nguyên. Sau khi hoàn tác có thể nhập lại tệp đã sửa.',
    en: 'The register becomes as it was before. What was changed since, and codes with batches or certificates, stay. A corrected file may be imported afterwards.',
    zh: '登记册恢复到导入前的状态。之后修改过的内容，以及已有批次或证书的注册编号保持不变。撤销后可重新导入更正的文件。',
  },
  undoDiaryLead: {
    vi: 'Mỗi dòng được rút lại bằng một dòng mới; cả hai vẫn hiện trên trang tem, kèm lý do. Dòng đã được sửa sau đó giữ nguyên. Sau khi hoàn tác có thể nhập lại tệp đã sửa.',
    en: 'Each entry is taken back by a new one; labels show both, with the reason. Entries corrected since stay. A corrected file may be imported afterwards.',
    zh: '每条记录以新记录撤回；标签页面同时显示两者及原因。之后更正过的记录保持不变。撤销后可重新导入更正的文件。',
  },
  undoBatchesLead: {
    vi: 'Các lô do lần nhập này tạo ra bị hủy. Lô đã in tem, đã dùng cho lô khác hoặc đã giao hàng thì giữ nguyên; lô có từ trước mà danh sách sửa lại cũng giữ nguyên. Sau khi hoàn tác có thể nhập lại tệp đã sửa.',
    en: 'Batches made by this import are annulled. Those with labels, those that went into others or to buyers, and older ones that the list changed, stay. A corrected file may be imported afterwards.',
    zh: '本次导入新建的批次将被作废。已打印标签、已用于其他批次或已交付的批次，以及列表修改过的原有批次保持不变。撤销后可重新导入更正的文件。',
  },
  undoProtectionLead: {
    vi: 'Các mục của lần nhập này được bỏ, mục trước đó có hiệu lực lại. Mục mà danh mục nhập sau đã ghi khác thì giữ nguyên. Nhật ký đã ghi không thay đổi.',
    en: 'Entries of this import are taken out and what stood before holds again. Those that a later list says otherwise stay. Diaries keep what they say.',
    zh: '本次导入的目录项将被移除，之前的内容恢复有效。后续目录已另行规定的项保持不变。已记录的日志不变。',
  },
  undoReason: { vi: 'Lý do hoàn tác', en: 'Why', zh: '撤销原因' },
  undo: { vi: 'Hoàn tác lần nhập', en: 'Take it back', zh: '撤销导入' },
  stored: { vi: 'Đã ghi danh sách vào sổ.', en: 'The list is stored.', zh: '列表已写入。' },
  // Messages to holders.
  told: {
    vi: 'Danh sách mới có {count} quyết định về mã số của đơn vị',
    en: 'A new list holds {count} decisions on your codes',
    zh: '新列表包含关于贵单位注册编号的 {count} 项决定',
  },
  toldBody: {
    vi: 'Cơ quan quản lý vừa nhập danh sách “{file}”, trong đó có {count} quyết định về mã số của đơn vị. Hãy mở từng mã để xem tình trạng và lý do.',
    en: 'The authority has imported the list “{file}” with {count} decisions on your codes. Open each code to see its status and the reason.',
    zh: '管理机关已导入列表“{file}”，其中有关于贵单位注册编号的 {count} 项决定。请打开各注册编号查看状态和原因。',
  },
  toldUndone: {
    vi: 'Một danh sách có mã số của đơn vị đã được hoàn tác',
    en: 'A list with your codes was taken back',
    zh: '包含贵单位注册编号的列表已撤销',
  },
  toldUndoneBody: {
    vi: 'Cơ quan quản lý đã hoàn tác lần nhập danh sách “{file}”. Lý do: {reason} Hãy mở từng mã để xem tình trạng hiện nay.',
    en: 'The authority took back the import of the list “{file}”. Reason: {reason} Open each code to see its status.',
    zh: '管理机关已撤销列表“{file}”的导入。原因：{reason} 请打开各注册编号查看当前状态。',
  },
} as const satisfies Record<string, LocalText>

/** States of an import. */
export const IMPORT_STATES = {
  running: { vi: 'đang ghi', en: 'running', zh: '进行中' },
  failed: { vi: 'dừng vì lỗi', en: 'stopped by a fault', zh: '因故障中断' },
  cancelled: { vi: 'đã dừng theo yêu cầu', en: 'stopped as asked', zh: '已按要求停止' },
  done: { vi: 'đã xong', en: 'done', zh: '已完成' },
  undoing: { vi: 'đang hoàn tác', en: 'being taken back', zh: '撤销中' },
  undone: { vi: 'đã hoàn tác', en: 'taken back', zh: '已撤销' },
} as const satisfies Record<string, LocalText>

/** Kinds of lists that were read in. */
export const IMPORT_KINDS = {
  codes: { vi: 'danh sách mã số', en: 'list of codes', zh: '注册编号列表' },
  status: { vi: 'nhiều quyết định một lần', en: 'decisions together', zh: '批量决定' },
  diary: { vi: 'nhật ký canh tác', en: 'farming diary', zh: '种植日志' },
  batches: { vi: 'danh sách lô hàng', en: 'list of batches', zh: '批次列表' },
} as const satisfies Record<string, LocalText>
