/** What a holder is told by letter: the message of the portal and where it stands. Letters are Vietnamese. */
export const HOLDER_LETTER = [
  'Kính gửi {organisation},',
  '{body}',
  'Xem chi tiết: {link}',
  'Thư này do hệ thống gửi tự động; không cần trả lời.',
].join('\n\n')
