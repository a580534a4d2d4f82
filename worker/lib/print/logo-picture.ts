import { dotsPath } from './dark-path.ts'
import { logoDots, type PrintLogo } from './print-logo.ts'

/** A logo as an SVG drawing, the dots as they print. */
export function logoPicture(logo: PrintLogo): string {
  const { width, height } = logo
  const path = dotsPath({ width, height, dots: logoDots(logo) })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`
}
