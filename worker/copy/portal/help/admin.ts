import type { HelpJob } from './help-job.ts'

/** The main work of a person who runs the installation, step by step. */
export const ADMIN_HELP = [
  {
    id: 'organisation',
    title: {
      vi: 'Thêm đơn vị và mời người',
      en: 'Add an organisation and invite people',
      zh: '添加单位并邀请人员',
    },
    href: '/portal/organisations/new',
    steps: [
      {
        vi: 'Mục Đơn vị, bấm “Thêm đơn vị”: tên, loại, tỉnh, xã.',
        en: 'Under Organisations add one: name, kind, province, commune.',
        zh: '在“单位”中添加：名称、类型、省、乡。',
      },
      {
        vi: 'Mục Thành viên, chọn đơn vị, ghi thư điện tử và vai trò. Liên kết trong thư dùng được một lần.',
        en: 'Under Members choose it, give an e-mail address and a role. The link of the letter works once.',
        zh: '在“成员”中选择单位，填写邮箱和角色。邮件链接仅可使用一次。',
      },
    ],
    screen: 'invite',
  },
  {
    id: 'watch',
    title: { vi: 'Việc cần để mắt', en: 'What to watch', zh: '需要留意的事项' },
    href: '/portal',
    steps: [
      {
        vi: 'Việc cần làm nêu thư chưa gửi được, khóa ký sắp hết hạn, việc nền bị lỗi.',
        en: 'The first screen tells of letters not sent, keys near their end, work that failed.',
        zh: '首页提示未发出的邮件、将到期的密钥和失败的任务。',
      },
    ],
  },
  {
    id: 'audit',
    title: { vi: 'Xem ai đã làm gì', en: 'See who did what', zh: '查看操作记录' },
    href: '/portal/audit',
    steps: [
      {
        vi: 'Nhật ký thao tác tìm theo mã số, người, ngày. Bấm kiểm tra để chắc rằng không dòng nào bị sửa.',
        en: 'Search the audit log by code, person or day, and verify that no line was altered.',
        zh: '操作记录可按编号、人员、日期查询，并可验证未被篡改。',
      },
    ],
  },
  {
    id: 'schemes',
    title: { vi: 'Dạng mã số mới', en: 'A new format of codes', zh: '新的编号格式' },
    href: '/portal/schemes',
    steps: [
      {
        vi: 'Khi quy định đổi dạng mã số, thêm dạng mới ở đây; mã số cũ vẫn đọc được.',
        en: 'Where rules change how codes look, add the format here; old codes are still read.',
        zh: '规定变更编号格式时在此添加，旧编号仍可识别。',
      },
    ],
  },
] as const satisfies readonly HelpJob[]
