/** A file for whoever asked, alone: nothing keeps it on the way, and nothing in it runs. */
export function privateFile(
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}
