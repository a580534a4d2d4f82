const MOST_BYTES = 128 * 1024

/**
 * Reads what a handler left of a request's body. A connection whose request was not read to its end
 * is closed after the answer, and the sender's next request on it fails: one refusal (405, 415,
 * 429) would cost two. Of a large body no more than 128 KiB is read; its connection may close.
 */
export async function drainBody(request: Request): Promise<void> {
  const { body } = request
  if (body === null || request.bodyUsed || body.locked) return
  const reader = body.getReader()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      bytes += value.length
      if (bytes > MOST_BYTES) return await reader.cancel()
    }
  } catch {
    // The sender went away; so does its connection.
  }
}
