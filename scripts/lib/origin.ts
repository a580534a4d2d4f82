/**
 * The origin of this installation: GOC_ORIGIN, or localhost on PORT. Throws one clear line when
 * either cannot be used.
 */
export function localOrigin(defaultPort = 8787): { origin: string; port: number } {
  const port = Number(process.env['PORT'] || defaultPort)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT="${process.env['PORT']}" không phải số cổng từ 1 đến 65535.`)
  }
  const text = (process.env['GOC_ORIGIN'] || `http://localhost:${port}`).replace(/\/+$/, '')
  if (!/^https?:\/\/[^/?#]+$/.test(text) || !URL.canParse(text)) {
    throw new Error(`GOC_ORIGIN="${text}" không phải địa chỉ dạng https://ten-mien.`)
  }
  return { origin: text, port }
}
