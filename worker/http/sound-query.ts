import { mendText } from '../lib/text/sound-text.ts'

/** What every text that is not plain ASCII is made of. */
const ESCAPED = /%[^2-6]|[^\x21-\x7e]/

/**
 * A question whose query holds sound texts only, NFC: what people paste into a search brings marks
 * along that they cannot see, and what they look for is stored composed.
 */
export function withSoundQuery(request: Request): Request {
  if (request.method !== 'GET' && request.method !== 'HEAD') return request
  const at = request.url.indexOf('?')
  if (at < 0 || !ESCAPED.test(request.url.slice(at))) return request
  const asked = [...new URLSearchParams(request.url.slice(at))]
  const sound = asked.map(([name, value]): [string, string] => [mendText(name), mendText(value)])
  if (sound.flat().every((text, i) => text === asked[Math.floor(i / 2)]?.[i % 2])) return request
  return new Request(`${request.url.slice(0, at)}?${new URLSearchParams(sound)}`, request)
}
