import type { Steps } from './steps.ts'

/** Bytes at a time: in workerd the decoder takes a tenth of a second over 14 MB of Vietnamese. */
const SLICE = 65_536

/** A text in bytes, some of them at a time; throws where `fatal` and they are none in that encoding. */
export function* decodeInSteps(
  bytes: Uint8Array,
  { encoding, fatal }: { readonly encoding: string; readonly fatal: boolean },
): Steps<string> {
  const decoder = new TextDecoder(encoding, { fatal })
  let text = ''
  for (let at = 0; at < bytes.length; at += SLICE) {
    text += decoder.decode(bytes.subarray(at, at + SLICE), { stream: true })
    yield
  }
  return text + decoder.decode()
}
