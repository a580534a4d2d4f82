import type { LocalText } from '../../lib/text/local-text.ts'

/** What the pages of the audit log say. */
export const AUDIT_COPY = {
  title: { vi: 'Nhật ký thao tác', en: 'Audit log', zh: '操作记录' },
  intro: {
    vi: 'Ai đã làm gì, lúc nào, trước và sau ra sao. Không dòng nào sửa hay xoá được.',
    en: 'Who did what and when, before and after. No row can be changed or removed.',
    zh: '记录何人何时做了何事以及前后变化，任何一行均不可修改或删除。',
  },
  place: {
    vi: 'Chỉ hiện thao tác về mã số, vùng trồng và cơ sở trong địa bàn của bạn.',
    en: 'Only what concerns codes and sites of your place is shown.',
    zh: '仅显示与您辖区内注册编号和场所有关的操作。',
  },
  text: { vi: 'Mã số, tên vùng, mã lô', en: 'Code, site, batch', zh: '注册编号、场所、批次' },
  textHint: {
    vi: 'Gõ mã số kiểu nào cũng được, hoặc phần đầu của tên vùng, cơ sở.',
    en: 'A code however it is typed, or the beginning of a site’s name.',
    zh: '可任意方式输入注册编号，或输入场所名称开头。',
  },
  actor: { vi: 'Người làm', en: 'Who', zh: '操作者' },
  actorHint: {
    vi: 'Địa chỉ e-mail, hoặc bấm tên trong danh sách.',
    en: 'An e-mail address, or follow a name in the list.',
    zh: '输入电子邮箱，或点击列表中的姓名。',
  },
  action: { vi: 'Việc đã làm', en: 'Action', zh: '操作' },
  from: { vi: 'Từ ngày', en: 'From', zh: '起始日期' },
  to: { vi: 'Đến hết ngày', en: 'Until', zh: '截止日期' },
  list: { vi: 'Các thao tác, mới nhất trước', en: 'Deeds, newest first', zh: '操作（由新到旧）' },
  by: { vi: '{name}, qua {source}', en: '{name}, by {source}', zh: '{name}，通过{source}' },
  operator: { vi: '{name} (người vận hành)', en: '{name} (operator)', zh: '{name}（运维人员）' },
  token: { vi: '{name} (máy)', en: '{name} (machine)', zh: '{name}（机器）' },
  reason: { vi: 'Lý do: {text}', en: 'Reason: {text}', zh: '原因：{text}' },
  changes: {
    vi: 'Trước và sau ({count})',
    en: 'Before and after ({count})',
    zh: '前后变化（{count}）',
  },
  nothing: { vi: '(trống)', en: '(empty)', zh: '（空）' },
  more: {
    vi: 'và {count} mục khác',
    en: 'and {count} more',
    zh: '另有 {count} 项',
  },
  row: { vi: 'Dòng {seq}', en: 'Row {seq}', zh: '第 {seq} 行' },
  empty: {
    vi: 'Chưa có thao tác nào. Khi có người cấp mã, đổi trạng thái hay nhập danh sách, việc đó hiện ở đây.',
    en: 'Nothing yet. Grants, decisions and imports will be listed here.',
    zh: '暂无操作。颁发注册编号、变更状态或导入名单后将显示在此。',
  },
  noMatch: {
    vi: 'Không có thao tác nào khớp. Hãy bớt điều kiện lọc.',
    en: 'Nothing fits. Try fewer filters.',
    zh: '没有符合条件的操作，请减少筛选条件。',
  },
  goOn: {
    vi: 'Chưa tìm hết: trong phần đã xem không còn dòng nào khớp. Bấm “Trang sau” để tìm tiếp.',
    en: 'Not all was searched: go on with “Next page”.',
    zh: '尚未全部检索完毕，请点击“下一页”继续。',
  },
  verifyLink: {
    vi: 'Kiểm tra nhật ký còn nguyên',
    en: 'Check that the log is whole',
    zh: '核查记录完整性',
  },
  verifyTitle: { vi: 'Kiểm tra nhật ký', en: 'Checking the log', zh: '核查记录' },
  verifyIntro: {
    vi: 'Mỗi dòng có một dấu niêm tính từ chính nó và dấu niêm của dòng trước. Sửa, thêm hay xoá một dòng thì các dấu niêm không còn khớp.',
    en: 'Each row has a seal made from itself and the seal before it. Change, add or remove a row, and the seals no longer fit.',
    zh: '每一行的封印由其自身及前一行的封印算出。改动、插入或删除任何一行，封印即不再相符。',
  },
  head: { vi: 'Dấu niêm mới nhất', en: 'Newest seal', zh: '最新封印' },
  headNote: {
    vi: 'Chép dấu này ra nơi khác (sổ, e-mail). Về sau dán lại vào ô ở trên để chứng minh nhật ký chưa bị làm lại từ đầu.',
    en: 'Copy it somewhere else. Put it into the field above later, to prove that the log was not made anew.',
    zh: '请将其抄存于他处。日后填入上方，可证明记录未被整体重做。',
  },
  noHead: { vi: 'Nhật ký chưa có dòng nào.', en: 'The log is still empty.', zh: '记录尚为空。' },
  expectHead: { vi: 'Dấu niêm đã cất trước đây', en: 'A seal kept earlier', zh: '先前保存的封印' },
  expectHint: {
    vi: 'Dạng SỐ:CHUỖI, như đã in ra.',
    en: 'NUMBER:TEXT, as it was printed.',
    zh: '格式为 数字:字符串，与打印时一致。',
  },
  verify: { vi: 'Kiểm tra', en: 'Check', zh: '核查' },
  goOnVerifying: { vi: 'Kiểm tra tiếp', en: 'Go on checking', zh: '继续核查' },
  whole: {
    vi: 'Nhật ký còn nguyên: đã tính lại {count} dòng, không dòng nào bị sửa, thêm hoặc xoá.',
    en: 'The log is whole: {count} rows worked out anew, none changed, added or removed.',
    zh: '记录完整：已重新计算 {count} 行，无任何改动、插入或删除。',
  },
  wholeSoFar: {
    vi: 'Đến dòng {seq} nhật ký còn nguyên. Nhật ký dài hơn một lần kiểm tra trên trang này; bấm để kiểm tra tiếp, hoặc dùng lệnh goc audit verify.',
    en: 'Whole up to row {seq}. The log is longer than one check here: go on, or use goc audit verify.',
    zh: '至第 {seq} 行完整。记录超出本页单次核查范围，请继续核查，或使用命令 goc audit verify。',
  },
  tampered: {
    vi: 'Nhật ký đã bị động vào. Hãy giữ nguyên cơ sở dữ liệu và báo người phụ trách an toàn thông tin.',
    en: 'The log has been tampered with. Leave the database as it is and tell whoever is in charge of security.',
    zh: '记录已被篡改。请保持数据库原状并报告信息安全负责人。',
  },
} as const satisfies Record<string, LocalText>
