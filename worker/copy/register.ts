import type { LocalText } from '../lib/text/local-text.ts'
import { labels } from './labels.ts'

/** The page that searches the register of codes. */
export const REGISTER_COPY = {
  ...labels('kind', 'crop', 'market'),
  title: {
    vi: 'Tra mã số vùng trồng, cơ sở đóng gói',
    en: 'Register of growing areas and packing houses',
    zh: '种植区和包装厂注册编号登记册',
  },
  lead: {
    vi: 'Mọi mã số đã cấp và tình trạng của từng mã ở từng thị trường. Gõ có dấu hay không dấu đều được.',
    en: 'Every code granted and its status in each market. Tone marks may be left out.',
    zh: '所有已发放的注册编号及其在各市场的状态。输入时可不带声调。',
  },
  text: { vi: 'Mã số, tên hoặc nơi', en: 'Code, name or place', zh: '注册编号、名称或地点' },
  textHint: {
    vi: 'Ví dụ VN-AGOR-0012, xoai cho moi',
    en: 'For example VN-AGOR-0012, xoai cho moi',
    zh: '例如 VN-AGOR-0012、xoai cho moi',
  },
  more: { vi: 'Lọc thêm', en: 'More filters', zh: '更多筛选' },
  unit: { vi: 'Tỉnh hoặc xã', en: 'Province or commune', zh: '省市或乡镇' },
  unitHint: {
    vi: 'Tên cũ, trước ngày 01/07/2025, cũng tìm được',
    en: 'Names from before 01/07/2025 work too',
    zh: '也可使用2025年7月1日前的旧名称',
  },
  status: { vi: 'Trạng thái hôm nay', en: 'Status today', zh: '今日状态' },
  any: { vi: 'Tất cả', en: 'All', zh: '全部' },
  find: { vi: 'Tìm', en: 'Search', zh: '搜索' },
  found: { vi: 'Tìm thấy {count} mã số', en: '{count} found', zh: '共找到 {count} 个注册编号' },
  foundMore: {
    vi: 'Tìm thấy hơn {count} mã số',
    en: 'More than {count} found',
    zh: '找到超过 {count} 个注册编号',
  },
  further: { vi: 'Các mã tiếp theo', en: 'Further codes', zh: '后续注册编号' },
  near: {
    vi: 'Không có mục nào viết đúng như “{text}”. Sau đây là các mục gần giống.',
    en: 'Nothing is spelled “{text}”. These are close to it.',
    zh: '没有与“{text}”完全一致的条目，以下为相近的条目。',
  },
  nothing: { vi: 'Chưa tìm thấy mã số nào', en: 'No code found', zh: '未找到注册编号' },
  empty: {
    vi: 'Sổ đăng ký này chưa có mã số nào.',
    en: 'This register has no codes yet.',
    zh: '本登记册暂无注册编号。',
  },
  tryText: {
    vi: 'Thử gõ ít chữ hơn, hoặc chỉ phần đầu của mã.',
    en: 'Try fewer words, or only the beginning of the code.',
    zh: '请减少关键词，或只输入注册编号开头部分。',
  },
  tryFilters: {
    vi: 'Bỏ các điều kiện lọc, chỉ giữ chữ đã gõ',
    en: 'Drop the filters and keep the words',
    zh: '取消筛选条件，仅保留关键词',
  },
  tryAll: { vi: 'Xem cả sổ đăng ký', en: 'Show the whole register', zh: '查看全部注册编号' },
  first: { vi: 'Về đầu danh sách', en: 'Back to the start', zh: '返回列表开头' },
  next: { vi: 'Xem tiếp', en: 'Next', zh: '下一页' },
  paging: { vi: 'Chuyển trang', en: 'Pages of the list', zh: '翻页' },
  noMarket: { vi: 'chưa có thị trường', en: 'no market yet', zh: '暂无市场' },
  stale: {
    vi: 'Đang hiển thị dữ liệu lúc {time}. Trạng thái có thể đã thay đổi; hãy mở lại sau ít phút.',
    en: 'Showing data from {time}. A status may have changed since; open this page again in a few minutes.',
    zh: '当前显示的数据时间：{time}。状态可能已变化，请几分钟后重新打开本页。',
  },
} as const satisfies Record<string, LocalText>

/** The list of codes that may not be used today. */
export const SUSPENSION_COPY = {
  title: {
    vi: 'Mã số đang bị tạm dừng hoặc thu hồi',
    en: 'Codes suspended or revoked',
    zh: '暂停或撤销的注册编号',
  },
  lead: {
    vi: 'Tính đến ngày {date}, mới nhất trước. Mỗi dòng chỉ nói về một thị trường; ở thị trường khác mã vẫn có thể đang hoạt động.',
    en: 'As of {date}, newest first. Each line is about one market; in others the code may still be active.',
    zh: '截至{date}，按时间倒序。每行仅针对一个市场；在其他市场注册编号可能仍有效。',
  },
  safety: {
    vi: 'Tạm dừng hay thu hồi mã không có nghĩa là nông sản không an toàn, trừ khi nội dung công bố nói như vậy.',
    en: 'It does not mean that the produce is unsafe, unless the published wording says so.',
    zh: '注册编号被暂停或撤销并不表示农产品不安全，公布内容另有说明的除外。',
  },
  filter: { vi: 'Lọc', en: 'Filter', zh: '筛选' },
  none: {
    vi: 'Hôm nay không có mã số nào bị tạm dừng hoặc thu hồi.',
    en: 'No code is suspended or revoked today.',
    zh: '今日没有被暂停或撤销的注册编号。',
  },
  noneSuch: {
    vi: 'Không có mã số nào như vậy hôm nay.',
    en: 'No such code today.',
    zh: '今日没有符合条件的注册编号。',
  },
  csv: { vi: 'Tải danh sách này (CSV)', en: 'Download this list (CSV)', zh: '下载此列表（CSV）' },
} as const satisfies Record<string, LocalText>

/** The page about downloads. */
export const OPEN_DATA_COPY = {
  title: { vi: 'Dữ liệu mở', en: 'Open data', zh: '开放数据' },
  lead: {
    vi: 'Toàn bộ sổ đăng ký mã số, ai cũng tải và dùng lại được, kể cả để kinh doanh; chỉ cần ghi nguồn.',
    en: 'The whole register of codes, for anyone to download and reuse, commercially too, with credit to the source.',
    zh: '全部注册编号登记数据，任何人均可下载和再利用（包括商业用途），须注明来源。',
  },
  licence: { vi: 'Giấy phép: {licence}', en: 'Licence: {licence}', zh: '许可：{licence}' },
  files: { vi: 'Tệp', en: 'Files', zh: '文件' },
  codesCsv: { vi: 'Mọi mã số (CSV)', en: 'All codes (CSV)', zh: '全部注册编号（CSV）' },
  codesJson: { vi: 'Mọi mã số (JSON)', en: 'All codes (JSON)', zh: '全部注册编号（JSON）' },
  suspensionsCsv: {
    vi: 'Mã đang bị tạm dừng hoặc thu hồi (CSV)',
    en: 'Codes suspended or revoked today (CSV)',
    zh: '暂停或撤销的注册编号（CSV）',
  },
  form: {
    vi: 'CSV mã hóa UTF-8, dấu phẩy ngăn cột, xuống dòng bằng CRLF (RFC 4180), dấu chấm thập phân, ngày viết YYYY-MM-DD. Mỗi dòng là một mã ở một thị trường. Ô bắt đầu bằng dấu bằng, cộng, trừ hoặc @ có thêm dấu nháy đơn để phần mềm bảng tính không hiểu là công thức.',
    en: 'CSV in UTF-8, separated by commas, lines ending in CRLF (RFC 4180), with a decimal point and dates as YYYY-MM-DD. Each line is a code in a market. A cell that begins with =, +, - or @ has an apostrophe before it, so that a spreadsheet does not run it.',
    zh: 'CSV 采用 UTF-8 编码，逗号分隔，行尾为 CRLF（RFC 4180），小数点表示小数，日期为 YYYY-MM-DD。每行为一个注册编号在一个市场的记录。以 =、+、- 或 @ 开头的单元格前加单引号，以免被表格软件当作公式执行。',
  },
  freshness: {
    vi: 'Tệp được lập khi có người tải, chậm nhất năm phút. Trạng thái là của ngày tải. Dùng ETag để khỏi tải lại khi không có gì mới.',
    en: 'Files are made as they are asked for and are at most five minutes old. Statuses are those of the day. Use the ETag to avoid downloading what has not changed.',
    zh: '文件在下载时生成，最多延迟五分钟。状态以下载当日为准。可使用 ETag 避免重复下载。',
  },
  never: {
    vi: 'Không có trong dữ liệu: số điện thoại, danh sách hộ, thửa đất, đường ranh giới, tên cá nhân chưa đồng ý công khai.',
    en: 'Never in the data: telephone numbers, households, parcels, boundary lines, names of persons who have not agreed.',
    zh: '数据中不包含：电话号码、农户名单、地块、边界线以及未同意公开的个人姓名。',
  },
  dictionary: {
    vi: 'Ý nghĩa, đơn vị và nguồn của từng cột (CSV)',
    en: 'What each column means, its unit and source (CSV)',
    zh: '各列的含义、单位和来源（CSV）',
  },
  columns: { vi: 'Các cột của {file}', en: 'Columns of {file}', zh: '{file} 的列' },
  unit: { vi: 'Đơn vị', en: 'Unit', zh: '单位' },
  source: { vi: 'Nguồn', en: 'Source', zh: '来源' },
  api: {
    vi: 'Cần tra từng mã thì dùng giao diện lập trình.',
    en: 'To look up single codes, use the API.',
    zh: '如需逐个查询注册编号，请使用开放接口。',
  },
} as const satisfies Record<string, LocalText>
