/** The SHA-256 of bytes, or of a text's UTF-8, in lower-case hexadecimal as tools print it. */
export async function sha256Hex(given: Uint8Array | string): Promise<string> {
  const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given
  const digest = await crypto.subtle.digest(
    'SHA-256',
    isUnshared(bytes) ? bytes : new Uint8Array(bytes),
  )
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The digest takes no memory that others may write to at the same time. */
function isUnshared(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
}
