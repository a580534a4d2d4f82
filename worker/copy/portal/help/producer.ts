import { FIELD_DIARY_HELP } from './field-diary.ts'
import type { HelpJob } from './help-job.ts'
import { PURCHASES_HELP } from './purchases.ts'

/** The main work of a producer, step by step. */
export const PRODUCER_HELP = [
  {
    id: 'first',
    title: { vi: 'Làm tem đầu tiên', en: 'Make your first label', zh: '制作第一张标签' },
    href: '/portal/start',
    steps: [
      {
        vi: 'Bấm “Làm tem đầu tiên” ở trang Việc cần làm.',
        en: 'Choose “Make your first label” on the first screen.',
        zh: '在首页选择“制作第一张标签”。',
      },
      {
        vi: 'Trả lời từng câu: bán gì, một gói nặng bao nhiêu, lần này đóng bao nhiêu.',
        en: 'Answer one question at a time: what you sell, how much is in a pack, how much you packed.',
        zh: '逐一回答：卖什么、每包多重、本次包装多少。',
      },
      {
        vi: 'Chọn khổ giấy, xem trước, bấm “In tem”. Tệp PDF tự tải về.',
        en: 'Choose the paper, look at the preview, choose “Print labels”. The PDF comes by itself.',
        zh: '选择纸张，预览，点“打印标签”，PDF 会自动下载。',
      },
      {
        vi: 'In với tỷ lệ 100 %, rồi quét thử một tem bằng điện thoại.',
        en: 'Print at 100 % and scan one label with a phone.',
        zh: '按 100% 比例打印，并用手机试扫一张。',
      },
    ],
    screen: 'print',
  },
  {
    id: 'apply',
    title: { vi: 'Xin mã số', en: 'Apply for a code', zh: '申请编号' },
    href: '/portal/applications/new',
    steps: [
      {
        vi: 'Chọn vùng trồng hoặc cơ sở đóng gói, hoặc thêm nơi mới.',
        en: 'Choose the growing area or packing house, or add one.',
        zh: '选择种植区或包装厂，或新增。',
      },
      {
        vi: 'Khai từng phần; làm dở có thể lưu và quay lại. Nộp giấy tờ bằng ảnh chụp.',
        en: 'Fill in one part at a time; you can save and come back. Photos of papers will do.',
        zh: '逐部分填写，可保存后再继续。文件可拍照提交。',
      },
      {
        vi: 'Bấm “Nộp hồ sơ”. Hạn trả lời và mọi bước xử lý hiện trong hồ sơ.',
        en: 'Hand it in. When an answer is due, and every step, stand in the application.',
        zh: '点“提交”。答复期限和各步骤都在申请中显示。',
      },
    ],
  },
  {
    id: 'again',
    title: { vi: 'Ngày hôm sau: hai lần bấm', en: 'The next day: two taps', zh: '第二天：点两下' },
    href: '/portal',
    steps: [
      {
        vi: 'Ở Việc cần làm, bấm nút xanh “In tem … hôm nay”.',
        en: 'On the first screen choose the green button “Labels for … today”.',
        zh: '在首页点绿色按钮“打印今天的……标签”。',
      },
      {
        vi: 'Xem số lượng và số tem; khác thì sửa. Bấm “Tạo lô và in tem”.',
        en: 'Look at the quantity and the number of labels, change what differs, choose “Make it and print labels”.',
        zh: '核对数量和标签数，如有不同请修改，再点“新建批次并打印”。',
      },
    ],
    screen: 'again',
  },
  PURCHASES_HELP,
  FIELD_DIARY_HELP,
  {
    id: 'void',
    title: {
      vi: 'Tem hỏng, mất, bị lấy cắp',
      en: 'Labels spoiled, lost or stolen',
      zh: '标签损坏、遗失或被盗',
    },
    href: '/portal/labels',
    steps: [
      {
        vi: 'Mở mục Tem, chọn đợt in, bấm “Báo hủy hoặc mất tem”.',
        en: 'Open Labels, choose the run, then “Report labels void or lost”.',
        zh: '打开“标签”，选择打印批次，点“申报标签作废或遗失”。',
      },
      {
        vi: 'Ghi từ số nào đến số nào. Trong vòng một phút, tem tự báo với người quét.',
        en: 'Give the first and the last number. Within a minute the labels say so to whoever scans them.',
        zh: '填写起止编号。一分钟内扫描者即可看到提示。',
      },
    ],
  },
  {
    id: 'recall',
    title: { vi: 'Thu hồi hàng', en: 'Recall goods', zh: '召回商品' },
    href: '/portal/recalls/new',
    steps: [
      {
        vi: 'Khi giao hàng, ghi nơi nhận ở trang của lô. Nhờ vậy lúc thu hồi họ được báo ngay.',
        en: 'When goods leave, put down the receiver on the page of the batch: a recall then tells them at once.',
        zh: '发货时在批次页记录收货方，召回时可立即通知。',
      },
      {
        vi: 'Cần thu hồi: tìm theo lô, sản phẩm, mã số, vật tư hoặc ngày; xem hết các lô bị ảnh hưởng rồi xác nhận.',
        en: 'To recall, search by batch, product, code, input or days; look at all that is concerned, then confirm.',
        zh: '需要召回时，按批次、产品、编号、投入品或日期查找，查看全部受影响批次后确认。',
      },
    ],
  },
  {
    id: 'trust',
    title: {
      vi: 'Ảnh, giấy chứng nhận, nhật ký',
      en: 'Pictures, certificates, diary',
      zh: '图片、证书、日志',
    },
    href: '/portal/products',
    steps: [
      {
        vi: 'Ảnh: mở sản phẩm, bấm “Thêm, sửa ảnh”.',
        en: 'Pictures: open the product and choose its photos.',
        zh: '图片：打开产品，添加或修改照片。',
      },
      {
        vi: 'Giấy: vào Chứng nhận, khai đúng như trên giấy và gửi bản chụp; cán bộ xác nhận sau.',
        en: 'Certificates: declare them under Certifications as they stand on paper and send a copy; an officer confirms.',
        zh: '证书：在“认证”中按原件填写并上传副本，由管理人员确认。',
      },
      {
        vi: 'Nhật ký ghi nhầm: bấm vào ngày để sửa; dòng cũ vẫn còn.',
        en: 'A wrong line of the diary: choose its day and correct it; the old line stays.',
        zh: '日志有误：点日期更正，原记录会保留。',
      },
    ],
  },
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
