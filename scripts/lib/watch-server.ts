const LOOK_EVERY_MS = 2_000
/** So often in a row nobody may listen: a runtime that is started again takes less. */
const REFUSALS = 30

/**
 * Looks whether somebody still listens at this address. A server that is busy or slow is none that is
 * gone. Gives what ends the looking.
 */
export function watchServer(input: {
  url: string
  onGone: (line: string) => void
}): () => Promise<void> {
  let refusals = 0
  const timer = setInterval(async () => {
    refusals = (await isRefused(input.url)) ? refusals + 1 : 0
    if (refusals < REFUSALS) return
    clearInterval(timer)
    input.onGone(`Chương trình (workerd) đã dừng và không chạy lại được (${input.url}).`)
  }, LOOK_EVERY_MS)
  timer.unref()
  return async () => clearInterval(timer)
}

async function isRefused(url: string): Promise<boolean> {
  try {
    const answer = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(1_500) })
    await answer.arrayBuffer()
    return false
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    return cause instanceof Error && 'code' in cause && cause.code === 'ECONNREFUSED'
  }
}
