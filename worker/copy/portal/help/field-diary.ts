import type { HelpJob } from './help-job.ts'

/** Keeping the diary in the field, for everybody who keeps one. */
export const FIELD_DIARY_HELP = {
  id: 'field',
  title: {
    vi: 'Ghi nhật ký ngay ngoài vườn',
    en: 'Keep the diary in the field',
    zh: '在田间填写生产记录',
  },
  href: '/app/',
  steps: [
    {
      vi: 'Mở trang này bằng điện thoại khi có mạng, đăng nhập một lần. Trong trình duyệt chọn “Thêm vào màn hình chính”.',
      en: 'Open this page on your phone with a network and sign in once. In the browser choose “Add to home screen”.',
      zh: '有网络时用手机打开本页并登录一次，在浏览器中选择“添加到主屏幕”。',
    },
    {
      vi: 'Ngoài vườn: bấm Phun thuốc, Bón phân hoặc Thu hoạch, chụp ảnh, bấm “Như lần trước” rồi sửa chỗ khác, xem lại, lưu. Không cần mạng.',
      en: 'In the field: choose Spraying, Fertiliser or Harvest, take a photo, choose “As last time” and change what differs, look it over, save. No network needed.',
      zh: '在田间：点施药、施肥或采收，拍照，点“同上次”再修改不同之处，核对后保存。无需网络。',
    },
    {
      vi: 'Có mạng thì việc tự gửi. “Việc trong máy” cho biết việc nào đang chờ, việc nào chưa được nhận và vì sao.',
      en: 'With a network it is sent by itself. “On this phone” says what waits, what was not accepted, and why.',
      zh: '有网络时自动发送。“本机记录”显示待发送和未被接收的记录及原因。',
    },
    {
      vi: 'Máy dùng chung: mỗi người một mã PIN. Đổi máy: vào “Việc trong máy”, lưu ra tệp rồi mở tệp trên máy mới.',
      en: 'A shared phone: a PIN for each person. A new phone: save the queue to a file and open it there.',
      zh: '共用手机：每人一个 PIN 码。更换手机：在“本机记录”导出文件，再在新手机上打开。',
    },
  ],
} as const satisfies HelpJob
