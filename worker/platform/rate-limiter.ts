/** Says whether one more call under this key may go on. Cloudflare's binding or none. */
export type RateLimiter = {
  readonly limit: (input: { key: string }) => Promise<{ success: boolean }>
}
