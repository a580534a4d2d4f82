import type { LocalText } from '../../lib/text/local-text.ts'

/** The page that shows every part of a page: one line on when to use each. */
export const COMPONENT_COPY = {
  title: { vi: 'Các thành phần trang', en: 'Parts of a page', zh: '页面组件' },
  lead: {
    vi: 'Mọi thành phần với mọi trạng thái, cho người dựng trang tiếp theo. Dữ liệu chỉ để minh họa.',
    en: 'Every part in every state, for whoever builds the next page. Nothing here is real.',
    zh: '展示所有组件的所有状态，供后续页面开发使用。数据均为示例。',
  },
  form: { vi: 'Biểu mẫu', en: 'A form', zh: '表单' },
  formUse: {
    vi: 'form-field, choice-group, check-field, file-field: mỗi câu hỏi một thành phần; nhãn luôn hiện, gợi ý đứng trước ô.',
    en: 'form-field, choice-group, check-field, file-field: one a question; the label always stands, the hint before the box.',
    zh: 'form-field、choice-group、check-field、file-field：每个问题一个组件，标签始终显示，提示在输入框之前。',
  },
  fresh: { vi: 'Mới mở', en: 'Fresh', zh: '初始' },
  freshUse: {
    vi: 'Ô không bắt buộc thì ghi rõ; ô bắt buộc không cần dấu sao.',
    en: 'What may be left empty says so; what may not needs no star.',
    zh: '选填项会注明，必填项无需星号。',
  },
  filled: { vi: 'Đã điền', en: 'Filled', zh: '已填写' },
  filledUse: {
    vi: 'Giá trị đọc từ form.values; hộp chọn nhiều giữ mỗi giá trị một dòng.',
    en: 'Values come from form.values; several of one name stand a line each.',
    zh: '值取自 form.values；同名多值每行一个。',
  },
  refused: { vi: 'Bị từ chối', en: 'Refused', zh: '被拒绝' },
  refusedUse: {
    vi: 'form-problem ở đầu, kèm labels để mỗi lỗi dẫn tới ô của nó. Những gì đã gõ vẫn còn, trừ tệp.',
    en: 'form-problem at the head, with labels, so that each error leads to its field. All that was typed stays, but for files.',
    zh: '表单顶部使用 form-problem 并提供 labels，使每个错误指向对应栏目。除文件外，已输入内容均保留。',
  },
  buttons: { vi: 'Nút', en: 'Buttons', zh: '按钮' },
  buttonsUse: {
    vi: 'Mỗi màn hình một nút chính. Nút đỏ chỉ cho việc khó đảo ngược.',
    en: 'One primary action a screen. Red only for what is hard to undo.',
    zh: '每个页面只有一个主按钮。红色仅用于难以撤销的操作。',
  },
  notices: { vi: 'Lời báo', en: 'Notices', zh: '提示' },
  noticesUse: {
    vi: 'notice: việc vừa xong, điều cần lưu ý, bị từ chối, điều nên biết. Một câu; thêm nữa để trong slot.',
    en: 'notice: done, to be minded, refused, good to know. One sentence; more goes into the slot.',
    zh: 'notice：已完成、需注意、被拒绝、须知。一句话即可，更多内容放入 slot。',
  },
  tags: { vi: 'Trạng thái mã số', en: 'Status of a code', zh: '注册编号状态' },
  tagsUse: {
    vi: 'status-tag: hình, màu và chữ cùng nhau; không bao giờ chỉ dùng màu.',
    en: 'status-tag: shape, colour and words together; never colour alone.',
    zh: 'status-tag：图形、颜色和文字并用，绝不只靠颜色。',
  },
  table: {
    vi: 'Danh sách có lọc và trang',
    en: 'A list with filters and pages',
    zh: '带筛选和分页的列表',
  },
  tableUse: {
    vi: 'filter-bar, data-table, pager: bảng trên màn hình rộng, thẻ dưới 600 px. Ô đầu mỗi dòng là tên của dòng.',
    en: 'filter-bar, data-table, pager: a table on wide screens, cards under 600 px. The first cell names its row.',
    zh: 'filter-bar、data-table、pager：宽屏为表格，600 px 以下为卡片。每行首格为该行名称。',
  },
  empty: { vi: 'Danh sách trống', en: 'An empty list', zh: '空列表' },
  emptyUse: {
    vi: 'empty-state: nói việc nên làm trước tiên, kèm nút nếu người xem được làm.',
    en: 'empty-state: says what to do first, with a button where the reader may do it.',
    zh: 'empty-state：说明首先应做什么；读者有权限时附上按钮。',
  },
  timeline: { vi: 'Diễn biến', en: 'What happened', zh: '经过' },
  timelineUse: {
    vi: 'timeline: mới nhất ở trên; mục đã được sửa vẫn còn và nói rõ là đã sửa.',
    en: 'timeline: newest first; an entry that was corrected stays and says so.',
    zh: 'timeline：最新在上；已更正的条目保留并注明。',
  },
  facts: { vi: 'Thông tin', en: 'Facts', zh: '信息' },
  factsUse: {
    vi: 'fact-list: nhãn và giá trị; chỗ chưa ai khai ghi “chưa có dữ liệu”, không bỏ trống.',
    en: 'fact-list: a label and a value; what nobody has given says “no data yet”.',
    zh: 'fact-list：标签与值；未填报的显示“暂无数据”。',
  },
  search: { vi: 'Tìm nhanh', en: 'A search box', zh: '快速查找' },
  searchUse: {
    vi: 'search-box: một ô, gửi bằng GET, dẫn tới danh sách đã lọc.',
    en: 'search-box: one box, sent by GET, leads to a filtered list.',
    zh: 'search-box：单个输入框，以 GET 提交，转到筛选后的列表。',
  },
} as const satisfies Record<string, LocalText>

/** What the sample form holds. */
export const SAMPLE_TYPED = {
  name: 'Vùng trồng xoài ấp Mỹ Thuận, xã Mỹ Hội Đông, nơi các hộ cùng ghi một sổ nhật ký',
  code: 'VN-AGOR-0012',
  area: '12,5',
  kind: 'growing_area',
  note: 'Đất phù sa ven sông.',
  agreed: '1',
  markets: 'CHN\nEU',
  from: '2026-08-01',
}

/** What is wrong with it where it is shown as refused. */
export const SAMPLE_ERRORS = {
  name: 'Không được để trống.',
  code: 'Mã số này đã có người giữ.',
  area: 'Diện tích phải lớn hơn 0.',
  kind: 'Hãy chọn một loại.',
  from: 'Ngày này không có trong lịch.',
  note: 'Dài nhất 500 ký tự.',
  markets: 'Chọn ít nhất một thị trường.',
  agreed: 'Cần xác nhận trước khi ghi.',
  file: 'Tệp không phải KML hay GeoJSON.',
}
