import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

export const ORGANISATION_COPY = {
  ...labels('edit', 'kind', 'facts', 'address', 'province', 'codes', 'saved'),
  /** Inside a sentence. */
  noun: { vi: 'đơn vị này', en: 'organisation', zh: '该单位' },
  title: { vi: 'Đơn vị', en: 'Organisations', zh: '单位' },
  lead: {
    vi: 'Người sản xuất, hợp tác xã, doanh nghiệp và cơ quan có tên trong sổ.',
    en: 'Producers, cooperatives, companies and public bodies in the register.',
    zh: '登记册中的生产者、合作社、企业和国家机关。',
  },
  add: { vi: 'Thêm đơn vị', en: 'Add an organisation', zh: '添加单位' },
  editTitle: { vi: 'Sửa đơn vị', en: 'Edit the organisation', zh: '编辑单位' },
  back: { vi: 'Danh sách đơn vị', en: 'All organisations', zh: '单位列表' },
  search: { vi: 'Tên đơn vị', en: 'Name', zh: '单位名称' },
  searchHint: { vi: 'Không cần dấu.', en: 'Accents are not needed.', zh: '可不带声调。' },
  place: { vi: 'Xã, tỉnh', en: 'Commune, province', zh: '乡、省' },
  caption: { vi: 'Đơn vị theo tên', en: 'Organisations by name', zh: '按名称排列的单位' },
  suspended: { vi: 'bị tạm dừng từ {on}', en: 'suspended since {on}', zh: '自 {on} 起暂停' },
  noneFound: {
    vi: 'Không có đơn vị nào khớp. Thử gõ ít chữ hơn, hoặc bỏ lọc.',
    en: 'No organisation fits. Try fewer words, or clear the filter.',
    zh: '没有匹配的单位。请减少关键词或清除筛选。',
  },
  goesOn: {
    vi: 'Chưa thấy trong phần đã tìm; danh sách còn tiếp ở trang sau.',
    en: 'Nothing in the part searched so far; the list goes on.',
    zh: '已查部分没有结果，后续页面还有内容。',
  },
  empty: {
    vi: 'Chưa có đơn vị nào trong địa bàn. Đơn vị được thêm khi nhập danh sách mã số.',
    en: 'No organisations in the area yet. They are added when a list of codes is imported.',
    zh: '本地区尚无单位。导入注册编号名单时会自动添加。',
  },
  emptyAdmin: {
    vi: 'Chưa có đơn vị nào. Hãy thêm đơn vị đầu tiên.',
    en: 'No organisations yet. Add the first.',
    zh: '暂无单位，请添加第一个。',
  },
  hangs: { vi: 'Trong sổ', en: 'In the register', zh: '登记情况' },
  name: { vi: 'Tên đơn vị', en: 'Name', zh: '单位名称' },
  nameHint: {
    vi: 'Ghi như trên giấy chứng nhận đăng ký.',
    en: 'As on the registration certificate.',
    zh: '按登记证书填写。',
  },
  consent: {
    vi: 'Ngày đồng ý công khai tên',
    en: 'Agreed to be named in public on',
    zh: '同意公开姓名的日期',
  },
  consentHint: {
    vi: 'Chỉ cần với hộ và trang trại mang tên người. Chưa có ngày này thì trang công khai ghi “Hộ nông dân” thay cho tên.',
    en: 'Only for households and farms that bear a person’s name. Without it the public pages say “farming household” instead.',
    zh: '仅适用于以个人姓名命名的农户和农场。没有该日期时，公开页面只显示“农户”。',
  },
  taxNo: { vi: 'Mã số thuế', en: 'Tax number', zh: '税号' },
  taxNoHint: {
    vi: '10 hoặc 13 chữ số. Không công khai.',
    en: '10 or 13 digits. Never public.',
    zh: '10 位或 13 位数字，不公开。',
  },
  taxNoOdd: {
    vi: 'Mã số thuế “{taxNo}” không có 10 hay 13 chữ số. Hãy đối chiếu lại; số vẫn được giữ như đã gõ.',
    en: 'The tax number “{taxNo}” has neither 10 nor 13 digits. Check it; it is kept as typed.',
    zh: '税号“{taxNo}”不是 10 位或 13 位数字，请核对。系统按输入保留。',
  },
  gln: { vi: 'GLN', en: 'GLN', zh: 'GLN' },
  glnHint: {
    vi: 'Mã địa điểm GS1, 13 chữ số.',
    en: 'GS1 location number, 13 digits.',
    zh: 'GS1 位置码，13 位数字。',
  },
  commune: { vi: 'Xã, phường, đặc khu', en: 'Commune', zh: '乡级地区' },
  communeHint: {
    vi: 'Gõ tên mới hoặc tên trước 01/07/2025.',
    en: 'Its name today, or that of before 1 July 2025.',
    zh: '可输入现名或 2025 年 7 月 1 日前的旧名。',
  },
  hotline: { vi: 'Điện thoại công khai', en: 'Public telephone', zh: '公开电话' },
  hotlineHint: {
    vi: 'Hiện trên trang quét tem.',
    en: 'Shown to whoever scans a label.',
    zh: '显示在扫码页面上。',
  },
  hotlineHours: { vi: 'Giờ nghe máy', en: 'Telephone hours', zh: '接听时间' },
  hotlineHoursHint: {
    vi: 'Ví dụ: thứ Hai đến thứ Sáu, 7:30–17:00.',
    en: 'As in: Monday to Friday, 7:30–17:00.',
    zh: '例如：周一至周五 7:30–17:00。',
  },
  storyGroup: {
    vi: 'Giới thiệu với người mua',
    en: 'What shoppers are told',
    zh: '面向消费者的介绍',
  },
  story: { vi: 'Giới thiệu', en: 'About them', zh: '简介' },
  storyHint: {
    vi: 'Vài câu về nơi làm và cách làm. Hiện trên trang quét tem.',
    en: 'A few sentences on where and how they work. Shown to whoever scans a label.',
    zh: '用几句话介绍产地和做法，显示在扫码页面上。',
  },
  people: { vi: 'Những người làm', en: 'The people', zh: '人员' },
  peopleHint: {
    vi: 'Chỉ hiện khi có ngày đồng ý ở dưới.',
    en: 'Shown only with the day of consent below.',
    zh: '仅在填写下方同意日期后显示。',
  },
  peopleConsent: {
    vi: 'Ngày họ đồng ý công khai tên',
    en: 'Day they agreed to be named',
    zh: '同意公开姓名的日期',
  },
  peopleConsentHint: {
    vi: 'Ngày mọi người nêu tên ở trên đồng ý, theo văn bản cơ sở giữ.',
    en: 'The day all named above agreed, by papers the producer keeps.',
    zh: '上述人员均书面同意的日期，文件由生产者留存。',
  },
  consentMissing: {
    vi: 'Nêu tên người thì cần ngày họ đồng ý.',
    en: 'Names of people need the day they agreed.',
    zh: '填写人名须同时填写其同意日期。',
  },
  consentAhead: {
    vi: 'Ngày đồng ý còn chưa tới.',
    en: 'The day of consent has not come.',
    zh: '同意日期尚未到来。',
  },
  consentOfAll: {
    vi: 'Tên người đã đổi mà ngày đồng ý vẫn như cũ. Mọi người nêu tên đều đã đồng ý: đánh dấu rồi lưu lại.',
    en: 'The names changed and the day of consent did not. Everybody named has agreed: tick and save again.',
    zh: '人名已更改而同意日期未变。如所列人员均已同意，请勾选后再保存。',
  },
  storyTitle: {
    vi: 'Trang giới thiệu',
    en: 'What shoppers read about you',
    zh: '面向消费者的介绍页',
  },
  storyNote: {
    vi: 'Người quét tem đọc phần này. Tên, địa chỉ và mã số do cơ quan quản lý sửa.',
    en: 'Whoever scans a label reads this. Name, address and numbers are changed by the authority.',
    zh: '扫码者会看到这些内容。名称、地址和编号由主管机关修改。',
  },
  storySaved: {
    vi: 'Đã lưu. Trang quét tem đổi trong vòng một phút.',
    en: 'Saved. Pages of labels change within a minute.',
    zh: '已保存，扫码页面将在一分钟内更新。',
  },
  storyPublic: { vi: 'Xem trang công khai', en: 'See the public page', zh: '查看公开页面' },
  email: { vi: 'Địa chỉ thư nhận thông báo', en: 'E-mail for letters', zh: '接收通知的邮箱' },
  emailHint: {
    vi: 'Nhận thư khi trạng thái mã số thay đổi, ngoài các thành viên. Không công khai.',
    en: 'Told of changes to its codes beside its members. Never public.',
    zh: '除成员外，注册编号状态变更时也会收到邮件。不公开。',
  },
  total: {
    vi: 'Tổng cộng: {count} đơn vị.',
    en: 'Total: {count} organisations.',
    zh: '共{count}个单位。',
  },
  totalMore: {
    vi: 'Ít nhất {count} đơn vị.',
    en: 'At least {count} organisations.',
    zh: '至少{count}个单位。',
  },
  similarName: {
    vi: 'Đã có “{name}”, tên gần giống. Nếu đây thật sự là đơn vị khác: đánh dấu rồi lưu lại.',
    en: 'There is “{name}” already, almost the same name. If this really is another one, tick and save again.',
    zh: '已有名称相近的“{name}”。如确为另一单位，请勾选后再保存。',
  },
  sameName: {
    vi: 'Đã có đơn vị tên “{name}”. Đây là đơn vị khác, trùng tên: đánh dấu rồi lưu lại.',
    en: 'There is an organisation “{name}” already. This is another of the same name: tick and save again.',
    zh: '已有名为“{name}”的单位。如确为同名的另一单位，请勾选后再保存。',
  },
  glnOdd: {
    vi: 'GLN phải có 13 chữ số và đúng số kiểm tra.',
    en: 'A GLN has 13 digits with the right check digit.',
    zh: 'GLN 应为 13 位数字，且校验位正确。',
  },
  emailOdd: {
    vi: 'Địa chỉ thư chưa đúng, ví dụ ten@donvi.vn.',
    en: 'This is not an e-mail address, as in name@example.vn.',
    zh: '邮箱地址不正确，例如 name@example.vn。',
  },
  provinceMissing: {
    vi: 'Hãy chọn tỉnh, thành phố của xã này.',
    en: 'Choose the province of this commune.',
    zh: '请选择该乡所属省市。',
  },
  provinceUnknown: {
    vi: 'Không tìm thấy tỉnh, thành phố “{name}”.',
    en: 'There is no province “{name}”.',
    zh: '未找到省市“{name}”。',
  },
  sites: { vi: 'Vùng trồng, cơ sở', en: 'Sites', zh: '场所' },
  members: { vi: 'Thành viên', en: 'Members', zh: '成员' },
  membersLink: { vi: 'Xem và mời thành viên', en: 'See and invite members', zh: '查看和邀请成员' },
  showSites: {
    vi: 'Xem vùng trồng, cơ sở của đơn vị',
    en: 'Places of the organisation',
    zh: '查看该单位的场所',
  },
  showCertifications: { vi: 'Chứng nhận', en: 'Certifications', zh: '认证' },
  recordCertification: { vi: 'Ghi chứng nhận', en: 'Record a certification', zh: '登记认证' },
  showCodes: {
    vi: 'Xem mã số của đơn vị',
    en: 'Codes of the organisation',
    zh: '查看该单位的注册编号',
  },
  none: { vi: 'chưa có', en: 'none yet', zh: '暂无' },
  suspendedSince: { vi: 'Bị tạm dừng từ', en: 'Suspended since', zh: '暂停自' },
  created: {
    vi: 'Đã thêm đơn vị. Việc tiếp theo thường là mời thành viên.',
    en: 'The organisation is added. Next one usually invites its members.',
    zh: '已添加单位。下一步通常是邀请成员。',
  },
  same: {
    vi: 'Không có gì thay đổi nên không ghi thêm.',
    en: 'Nothing was changed, so nothing was stored.',
    zh: '内容无变化，未保存。',
  },
} as const satisfies Record<string, LocalText>

/** The story of a producer, asked in each language. */
export const ORGANISATION_STORY_IN = {
  vi: { vi: 'Giới thiệu (tiếng Việt)', en: 'About them (Vietnamese)', zh: '简介（越南语）' },
  en: { vi: 'Giới thiệu (tiếng Anh)', en: 'About them (English)', zh: '简介（英语）' },
  zh: { vi: 'Giới thiệu (tiếng Trung)', en: 'About them (Chinese)', zh: '简介（中文）' },
} as const satisfies Record<string, LocalText>
