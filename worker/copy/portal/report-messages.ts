import type { LocalText } from '../../lib/text/local-text.ts'

type Told = { readonly title: LocalText; readonly body: LocalText }

/** What is told when somebody reported something. */
export const REPORT_MESSAGES = {
  toOfficers: {
    title: {
      vi: 'Có báo cáo mới của người mua',
      en: 'New reports from shoppers',
      zh: '有新的消费者反馈',
    },
    body: {
      vi: 'Có người báo vấn đề về hàng hoặc tem trong địa bàn. Hãy xem và trả lời.',
      en: 'Somebody reported a problem with goods or a label of your area. Look at it and answer.',
      zh: '有人反馈了本辖区商品或标签的问题，请查看并答复。',
    },
  },
  toProducer: {
    title: {
      vi: 'Có người báo vấn đề về hàng của bạn',
      en: 'Somebody reported a problem with your goods',
      zh: '有人反馈了您商品的问题',
    },
    body: {
      vi: 'Cán bộ địa bàn đã nhận và sẽ trả lời. Xem nội dung để kiểm tra lại lô hàng.',
      en: 'The officers of the place have it and will answer. Read it and check the batch.',
      zh: '当地主管人员已收到并将答复。请查看内容并核查批次。',
    },
  },
} as const satisfies Record<string, Told>
