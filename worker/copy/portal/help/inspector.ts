import type { HelpJob } from './help-job.ts'

/** The main work of a person who inspects, step by step. */
export const INSPECTOR_HELP = [
  {
    id: 'visits',
    title: { vi: 'Đi kiểm tra trong ngày', en: 'A day of visits', zh: '当日检查' },
    href: '/portal',
    steps: [
      {
        vi: 'Trang Việc cần làm xếp các nơi theo đường đi, kèm lần kiểm tra trước, điểm chưa đạt còn mở và thứ cần mang.',
        en: 'The first screen has the places in the order of the way, with the last check, open findings and what to bring.',
        zh: '待办页按路线列出场所、上次检查、未关闭的不符合项及需携带物品。',
      },
      {
        vi: 'Mở ứng dụng (/app/) khi có mạng; danh sách 14 ngày nằm trên máy, mất mạng vẫn xem và mở bản đồ được.',
        en: 'Open the app (/app/) while there is a network; fourteen days stay on the phone and open its map without one.',
        zh: '有网络时打开应用（/app/）；14 天的清单保存在手机上，离线也可查看并打开地图。',
      },
    ],
  },
  {
    id: 'label',
    title: {
      vi: 'Kiểm tra tem tại chợ, tại kho',
      en: 'Check a label on the spot',
      zh: '现场查验标签',
    },
    href: '/check',
    steps: [
      {
        vi: 'Quét tem bằng máy ảnh của điện thoại. Dải màu trên cùng nói kết luận và căn cứ.',
        en: 'Scan the label with the phone’s camera. The band at the top gives the conclusion and its ground.',
        zh: '用手机相机扫描标签，顶部色带显示结论及依据。',
      },
      {
        vi: 'So với hàng trong tay: sản phẩm, khối lượng, cơ sở, ngày đóng gói.',
        en: 'Compare with the goods: product, weight, producer, packing day.',
        zh: '与实物核对：产品、重量、生产者、包装日期。',
      },
      {
        vi: 'Không có mạng: tem loại đầy đủ vẫn mang mã số vùng trồng, cơ sở; trang Kiểm tra nói cách đọc.',
        en: 'Without a network a full label still carries its codes; the check page says how to read it.',
        zh: '无网络时，完整型标签仍含编号，查验页说明读取方法。',
      },
    ],
    screen: 'scan',
  },
  {
    id: 'code',
    title: { vi: 'Tra mã số', en: 'Look up a code', zh: '查询编号' },
    href: '/portal/codes',
    steps: [
      {
        vi: 'Gõ mã số, tên vùng hoặc người giữ mã; không cần dấu, sai một vài chữ vẫn tìm được.',
        en: 'Type a code, a place or a holder; accents and a few wrong letters do not matter.',
        zh: '输入编号、地点或持有人，可不带声调，个别字母有误也可找到。',
      },
      {
        vi: 'Trang của mã số nói trạng thái ở từng thị trường, từ ngày nào, theo văn bản nào.',
        en: 'The page of the code gives its state in each market, since when and by which document.',
        zh: '编号页显示各市场状态、生效日期及文号。',
      },
    ],
  },
  {
    id: 'batch',
    title: {
      vi: 'Xem lô hàng và lượt quét',
      en: 'See a batch and its scans',
      zh: '查看批次与扫描',
    },
    href: '/portal/batches',
    steps: [
      {
        vi: 'Mở lô trong địa bàn: nguồn, mã số, tem đã in, nơi nhận hàng.',
        en: 'Open a batch of your area: sources, codes, labels, receivers.',
        zh: '打开辖区内批次：来源、编号、标签、收货方。',
      },
      {
        vi: '“Lượt quét” cho biết tem nào bị quét ở quá nhiều nơi, có thể đã bị chép.',
        en: '“Scans” tells which labels were opened in too many places and may have been copied.',
        zh: '“扫描”显示哪些标签在过多地点被打开，可能被复制。',
      },
    ],
  },
  {
    id: 'copies',
    title: {
      vi: 'Xem xét tem nghi bị sao chép',
      en: 'Look into labels that may be copied',
      zh: '处理疑似被复制的标签',
    },
    href: '/portal/copies',
    steps: [
      {
        vi: 'Danh sách có các tem được mở trên nhiều máy hơn một gói hàng thường có; trang tem đã nói điều này.',
        en: 'The list has labels opened on more phones than one package has; their page says so already.',
        zh: '列表中为被打开手机数超过一件商品通常情况的标签，标签页面已作提示。',
      },
      {
        vi: 'Mở một tem để xem theo ngày và theo tỉnh, rồi đến nơi bán đối chiếu tem với hàng.',
        en: 'Open one for its days and provinces, then go and compare labels with goods where it is sold.',
        zh: '打开标签查看各日期和省份的情况，再到销售处核对标签与商品。',
      },
      {
        vi: 'Xác nhận bị sao chép, hoặc ghi không phải: trang tem thôi nói cho đến khi số máy tăng gấp đôi.',
        en: 'Confirm that it is copied, or that it is not: the page then says nothing until twice as many phones were counted.',
        zh: '确认被复制，或记录并非复制：此后页面不再提示，直至手机数翻倍。',
      },
    ],
  },
  {
    id: 'diary',
    title: {
      vi: 'Đọc nhật ký của vùng trồng',
      en: 'Read the diary of a growing area',
      zh: '查看种植区日志',
    },
    href: '/portal/sites',
    steps: [
      {
        vi: 'Mở vùng trồng, bấm vào nhật ký. Dòng đã sửa vẫn còn, gạch ngang.',
        en: 'Open the growing area, then its diary. Corrected lines stay, struck out.',
        zh: '打开种植区及其日志，已更正的记录以删除线保留。',
      },
    ],
  },
] as const satisfies readonly HelpJob[]
