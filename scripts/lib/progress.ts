const EVERY_MS = 200

/** Tells on a terminal how far long work has come; silent when nobody is looking. */
export function progress(total: number): { add: (done: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { add: () => undefined, end: () => undefined }
  let done = 0
  let toldAt = 0
  return {
    add: (more) => {
      done += more
      if (Date.now() - toldAt < EVERY_MS) return
      toldAt = Date.now()
      const percent = Math.floor((done / total) * 100)
      process.stderr.write(
        `\r${done.toLocaleString('vi-VN')}/${total.toLocaleString('vi-VN')} tem (${percent} %)`,
      )
    },
    end: () => process.stderr.write('\r\x1b[K'),
  }
}
