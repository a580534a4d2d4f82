import type { HelpJob } from './help-job.ts'

/** How what was bought through growing-area codes is reported: of packing houses and growers alike. */
export const PURCHASES_HELP = {
  id: 'purchases',
  title: {
    vi: 'Báo cáo thu mua trong một phút',
    en: 'Report what was bought, in a minute',
    zh: '一分钟报告收购',
  },
  href: '/portal/purchases/new',
  steps: [
    {
      vi: 'Mục Thu mua, tiêu thụ, bấm “Báo cáo”. Mã và số kg đã đóng gói được điền sẵn.',
      en: 'Under Bought and sold choose “Report”. Codes and kilograms packed are filled in.',
      zh: '在“收购与销售”中点“报告”，已包装的编号和千克数会自动填写。',
    },
    {
      vi: 'Sửa số kg cho đúng, chọn bán đi đâu. Thêm mã khác thì bấm “Thêm mã”.',
      en: 'Put the kilograms right and say where they go. “Another code” adds a line.',
      zh: '更正千克数并选择去向。点“再加一个编号”增加一行。',
    },
    {
      vi: 'Bấm “Gửi báo cáo”. Sai thì mở báo cáo, bấm “Sửa báo cáo”; bản cũ vẫn được giữ.',
      en: 'Choose “Send the report”. A slip is corrected on its page; what it said is kept.',
      zh: '点“提交报告”。如有误，打开报告点“更正报告”，原版本会保留。',
    },
  ],
} as const satisfies HelpJob
