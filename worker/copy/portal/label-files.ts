import type { LocalText } from '../../lib/text/local-text.ts'

/** Large files of labels, which are made in the background. */
export const LABEL_FILE_COPY = {
  noun: { vi: 'Tệp tem', en: 'Label file', zh: '标签文件' },
  title: { vi: 'Tệp tem · {lot}', en: 'Label file · {lot}', zh: '标签文件 · {lot}' },
  making: {
    vi: 'Đang làm tệp: {done} / {total} tem. Có thể đóng trang; khi xong sẽ có tin báo.',
    en: 'Making the file: {done} of {total} labels. You may close this page; a message comes when it is done.',
    zh: '正在生成文件：{done} / {total} 张标签。可关闭此页，完成后将收到消息。',
  },
  cancel: { vi: 'Dừng', en: 'Stop', zh: '停止' },
  cancelled: {
    vi: 'Đã dừng ở {done} / {total} tem.',
    en: 'Stopped at {done} of {total} labels.',
    zh: '已停止于 {done} / {total} 张。',
  },
  failed: {
    vi: '{problem} Đã làm được {done} / {total} tem.',
    en: '{problem} {done} of {total} labels were made.',
    zh: '{problem}已生成 {done} / {total} 张。',
  },
  lost: {
    vi: 'Tệp này chưa làm xong.',
    en: 'This file was not finished.',
    zh: '该文件未完成。',
  },
  resume: { vi: 'Làm tiếp', en: 'Go on', zh: '继续' },
  ready: {
    vi: 'Tệp đã xong. In với tỷ lệ 100 %, không thu nhỏ.',
    en: 'The file is ready. Print it at 100 %, not fitted to the page.',
    zh: '文件已就绪。请按 100% 比例打印，不要缩放。',
  },
  overtaken: {
    vi: 'Từ khi làm tệp, tem của đợt in đã đổi (tem bị báo hủy, mất, hoặc thông tin in đã sửa). Hãy làm lại tệp.',
    en: 'Since the file was made the labels have changed (some were reported void or lost, or what is printed was edited). Make it again.',
    zh: '文件生成后标签已变更（有标签申报作废或遗失，或印刷内容已修改）。请重新生成。',
  },
  again: { vi: 'Làm lại tệp', en: 'Make the file again', zh: '重新生成文件' },
  download: { vi: 'Tải tệp', en: 'Download the file', zh: '下载文件' },
  labels: { vi: 'Số tem', en: 'Labels', zh: '标签数' },
  size: { vi: 'Dung lượng', en: 'Size', zh: '大小' },
  megabytes: { vi: '{n} MB', en: '{n} MB', zh: '{n} MB' },
  keptUntil: { vi: 'Giữ đến', en: 'Kept until', zh: '保留至' },
  state: { vi: 'Trạng thái', en: 'Status', zh: '状态' },
  list: { vi: 'Tệp lớn', en: 'Large files', zh: '大文件' },
  listText: {
    vi: 'Tệp nhiều tem được làm ngầm và giữ {days} ngày.',
    en: 'Files of many labels are made in the background and kept for {days} days.',
    zh: '标签较多的文件在后台生成，保留 {days} 天。',
  },
  isReady: { vi: 'đã xong', en: 'ready', zh: '已完成' },
  isWorking: { vi: 'đang làm', en: 'being made', zh: '生成中' },
  isStopped: { vi: 'đã dừng', en: 'stopped', zh: '已停止' },
  issued: {
    vi: 'Tem đã được cấp. Đợt in lớn nên tệp đang được làm ngầm.',
    en: 'The labels are issued. It is a large run, so its file is being made in the background.',
    zh: '标签已发行。数量较大，文件正在后台生成。',
  },
  notYet: {
    vi: 'Tệp chưa làm xong.',
    en: 'The file is not finished yet.',
    zh: '文件尚未完成。',
  },
  changed: {
    vi: 'Tem của đợt in đã đổi từ khi làm tệp. Hãy làm lại tệp.',
    en: 'The labels have changed since the file was made. Make it again.',
    zh: '文件生成后标签已变更，请重新生成。',
  },
  notSo: {
    vi: 'Việc này vừa có thay đổi. Hãy mở lại trang.',
    en: 'This has just changed. Open the page again.',
    zh: '状态刚刚变更，请重新打开页面。',
  },
  doneTitle: {
    vi: 'Tệp tem lô {lot} đã xong',
    en: 'Label file of lot {lot} is ready',
    zh: '批号 {lot} 的标签文件已完成',
  },
  doneBody: {
    vi: '{n} tem, tải về được trong 7 ngày.',
    en: '{n} labels; it can be downloaded for 7 days.',
    zh: '{n} 张标签，7 天内可下载。',
  },
} as const satisfies Record<string, LocalText>
