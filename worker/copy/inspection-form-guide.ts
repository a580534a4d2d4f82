/** The sheet that explains the others in a form's workbook; in Vietnamese, as the forms are. Not read back. */
export const FORM_GUIDE = {
  sheetName: 'huong_dan',
  columns: ['Cột, từ', 'Ý nghĩa'],
  rows: [
    ['survey', 'Mỗi dòng là một câu hỏi, theo thứ tự hỏi.'],
    ['type', 'Loại câu hỏi: text (chữ), integer (số nguyên), decimal (số), date (ngày).'],
    ['type', 'select_one TÊN_DANH_SÁCH (chọn một), select_multiple TÊN_DANH_SÁCH (chọn nhiều).'],
    ['type', 'image (ảnh), geopoint (tọa độ), note (chỉ đọc), begin_group và end_group (nhóm).'],
    ['name', 'Tên không dấu để biểu thức nhắc đến; không trùng nhau.'],
    ['label', 'Câu hỏi bằng tiếng Việt. Cột label::English (en), label::中文 (zh) không bắt buộc.'],
    ['hint', 'Lời giải thích dưới câu hỏi.'],
    ['required', 'yes: phải trả lời.'],
    ['relevant', 'Chỉ hỏi khi biểu thức đúng. Ghi ở begin_group thì cho cả nhóm.'],
    ['constraint', 'Câu trả lời (viết là dấu chấm) phải thỏa biểu thức, ví dụ: . > 0'],
    ['constraint_message', 'Lời báo khi không thỏa.'],
    ['appearance', 'multiline: ô nhiều dòng.'],
    [
      'rules',
      'Lấy từ quy định thị trường theo cây trồng và thị trường của nơi kiểm tra: pests (sinh vật gây hại), checks (kiểm tra bắt buộc), papers (hồ sơ phải có), treatments (xử lý), limits (mức dư lượng), banned (chất cấm, hạn chế).',
    ],
    [
      'rules',
      'Câu chọn: quy định đứng trước các lựa chọn của danh sách. Câu khác: quy định hiện ở lời giải thích. Nơi không có quy định nào thì không hỏi câu đó.',
    ],
    ['finding_if', 'Đúng thì câu này là điểm chưa đạt, phải ghi cách khắc phục và hạn.'],
    ['finding_severity', 'Mức độ của điểm chưa đạt: minor, major, critical.'],
    [
      'Biểu thức',
      `Câu khác viết là \${tên}; loại kiểm tra là \${kind}. Chữ đặt trong dấu nháy đơn.`,
    ],
    ['Biểu thức', 'Dùng được: = != < <= > >= + - * div mod and or, ngoặc tròn.'],
    ['Biểu thức', 'Hàm: not(), selected(), count-selected(), today(), if(), string-length().'],
    [
      'choices',
      'Danh sách lựa chọn: list_name (tên danh sách), name (giá trị), label (chữ hiện ra).',
    ],
    ['settings', 'form_id: tên mẫu; nộp cùng form_id là bản mới của mẫu đó.'],
    ['settings', 'site_kind: growing_area (vùng trồng) hoặc packing_house (cơ sở đóng gói).'],
    [
      'settings',
      'inspection_kinds: initial, periodic, unannounced, follow_up, online; cách nhau bằng dấu cách.',
    ],
    ['Chữ ký', 'Chữ ký của hai bên luôn có ở cuối biên bản, không cần câu hỏi.'],
  ],
} as const
