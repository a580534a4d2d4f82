import qrcode from 'qrcode'

export type DemoFile = {
  readonly origin: string
  readonly accounts: readonly { role: string; email: string; password: string }[]
  readonly labels: Readonly<Record<string, string>>
  /** What an account of that role may send to the outbox, again and again under new ids. */
  readonly outbox: Readonly<Record<string, { readonly role: string; readonly body: object }>>
}

/** Tells the newcomer where to look: the address, a label to scan, what the other labels show. */
export async function announce(input: { origin: string; demo: DemoFile | null }): Promise<void> {
  const { origin, demo } = input
  const lines = ['', `Gốc đang chạy tại ${origin}`, '']
  const clear = demo?.labels['clear']
  if (demo !== null && clear !== undefined) {
    // In capitals, as it is printed: that keeps the picture small.
    const segments = [{ data: clear.toUpperCase(), mode: 'alphanumeric' as const }]
    const picture = await qrcode.toString(segments, {
      type: 'terminal',
      small: true,
      errorCorrectionLevel: 'M',
    })
    lines.push('Một tem minh họa (dữ liệu minh họa, không phải hàng thật):', picture, clear, '')
    lines.push('Các tem khác để thử:')
    for (const [name, url] of Object.entries(demo.labels)) lines.push(`  ${name.padEnd(24)} ${url}`)
    lines.push('')
    lines.push(`Tài khoản minh họa, đăng nhập tại ${origin}/portal:`)
    for (const account of demo.accounts) {
      lines.push(`  ${account.role.padEnd(10)} ${account.email}  ${account.password}`)
    }
    lines.push('')
  }
  lines.push('Dừng bằng Ctrl-C.', '')
  process.stdout.write(lines.join('\n'))
}
