/** A letter before it has an address. */
export type LetterText = { readonly subject: string; readonly body: string }

/** To somebody invited: by whom, to what, until when. Letters are in Vietnamese. */
export function invitationLetter(input: {
  readonly inviterName: string
  readonly organisationName: string
  readonly roleName: string
  readonly url: string
  readonly until: string
}): LetterText {
  const { inviterName, organisationName, roleName, url, until } = input
  return {
    subject: `Lời mời vào ${organisationName}`,
    body: [
      'Kính gửi Ông/Bà,',
      '',
      `${inviterName} mời Ông/Bà dùng hệ thống Gốc với vai trò ${roleName.toLowerCase()} của ${organisationName}.`,
      '',
      'Mở liên kết sau để nhận lời:',
      url,
      '',
      `Liên kết dùng được một lần, đến hết ngày ${until}. Ai có liên kết này đều nhận lời được, vì vậy xin không chuyển tiếp.`,
      'Nếu Ông/Bà không chờ lời mời này, có thể bỏ qua thư.',
    ].join('\n'),
  }
}

/** To somebody who forgot their password, or to whom somebody pretended to be. */
export function newPasswordLetter(input: {
  readonly name: string
  readonly url: string
}): LetterText {
  return {
    subject: 'Đặt lại mật khẩu Gốc',
    body: [
      `Kính gửi ${input.name},`,
      '',
      'Có người vừa yêu cầu đặt lại mật khẩu của tài khoản này. Nếu đó là Ông/Bà, hãy mở liên kết sau trong vòng một giờ:',
      input.url,
      '',
      'Nếu không phải, có thể bỏ qua thư này; mật khẩu hiện nay vẫn giữ nguyên.',
    ].join('\n'),
  }
}
