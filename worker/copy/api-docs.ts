/** The frame of the page that shows the description of the API; like its summaries in Vietnamese. */
export const API_DOCS_COPY = {
  title: 'API của {system}',
  home: 'Trang đầu',
  operations: 'Các thao tác',
  types: 'Kiểu dữ liệu',
  others: 'Khác',
  required: ' (bắt buộc)',
  parameters: 'Tham số',
  body: 'Nội dung gửi',
  answers: 'Trả lời',
  optional: ' (có thể không có)',
} as const
