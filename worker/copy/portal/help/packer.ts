import { FIELD_DIARY_HELP } from './field-diary.ts'
import type { HelpJob } from './help-job.ts'
import { PURCHASES_HELP } from './purchases.ts'

/** The main work of a packing house, step by step. */
export const PACKER_HELP = [
  {
    id: 'batch',
    title: {
      vi: 'Tạo lô từ hàng của nhiều vùng trồng',
      en: 'A batch from several growing areas',
      zh: '由多个种植区组成的批次',
    },
    href: '/portal/batches/new',
    steps: [
      {
        vi: 'Mục Lô hàng, bấm “Tạo lô hàng”: sản phẩm, số lượng, mã số vùng trồng, mã số cơ sở đóng gói.',
        en: 'Under Batches choose “Make a batch”: product, quantity, growing-area codes, packing-house code.',
        zh: '在“批次”中新建：产品、数量、种植区编号、包装厂编号。',
      },
      {
        vi: 'Hàng lấy từ lô khác thì ghi số kg đã dùng của từng lô nguồn.',
        en: 'Where goods come from other batches, give the kilograms taken from each.',
        zh: '如来自其他批次，请填写每个来源批次所用千克数。',
      },
      {
        vi: 'Bấm “In tem”. In rồi thì lô không sửa được nữa.',
        en: 'Choose “Print labels”. After that the batch changes no more.',
        zh: '点“打印标签”。打印后批次不可再改。',
      },
    ],
    screen: 'print',
  },
  {
    id: 'again',
    title: {
      vi: 'Lô tiếp theo: hai lần bấm',
      en: 'The next batch: two taps',
      zh: '下一批：点两下',
    },
    href: '/portal',
    steps: [
      {
        vi: 'Bấm nút xanh ở Việc cần làm, sửa số lượng, rồi “Tạo lô và in tem”.',
        en: 'Choose the green button of the first screen, change the quantity, then “Make it and print labels”.',
        zh: '点首页绿色按钮，修改数量，再点“新建批次并打印”。',
      },
    ],
    screen: 'again',
  },
  {
    id: 'code',
    title: { vi: 'Dùng mã số của người khác', en: 'Codes of somebody else', zh: '使用他人的编号' },
    href: '/portal/batches/new',
    steps: [
      {
        vi: 'Mã số phải còn hoạt động và chủ mã số đồng ý. Chưa đồng ý thì hệ thống nói rõ phải làm gì.',
        en: 'A code must be active and its holder must agree; where not, you are told what to do.',
        zh: '编号须有效并经持有人同意，否则系统会提示如何处理。',
      },
    ],
  },
  {
    id: 'trace',
    title: {
      vi: 'Xem lô đi từ đâu đến đâu',
      en: 'See where a batch came from and went',
      zh: '查看批次来源与去向',
    },
    href: '/portal/batches',
    steps: [
      {
        vi: 'Mở lô, bấm “Toàn bộ đường đi của lô”.',
        en: 'Open the batch and choose its whole way.',
        zh: '打开批次，查看完整流向。',
      },
      {
        vi: 'Ghi nơi nhận hàng ở cùng trang: lúc thu hồi họ được báo ngay.',
        en: 'Put down receivers on the same page: a recall tells them at once.',
        zh: '在同一页面记录收货方，召回时可立即通知。',
      },
    ],
  },
  PURCHASES_HELP,
  FIELD_DIARY_HELP,
  {
    id: 'markets',
    title: {
      vi: 'Thị trường đòi hỏi gì',
      en: 'What a market asks',
      zh: '市场有什么要求',
    },
    href: '/handbook',
    steps: [
      {
        vi: 'Mở cẩm nang, chọn cây trồng và thị trường: sinh vật gây hại, mức dư lượng, cách xử lý, bao bì, hồ sơ phải có.',
        en: 'Open the handbook and choose crop and market: pests, residues, treatment, packing and papers.',
        zh: '打开手册，选择作物和市场，查看有害生物、残留、处理、包装和文件要求。',
      },
    ],
  },
] as const satisfies readonly HelpJob[]
