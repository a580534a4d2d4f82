import { note } from './say.ts'

/** Says a line where the command is stopped (Ctrl-C) before the returned function is called. */
export function sayWhenStopped(line: string): () => void {
  const tell = () => note(line)
  process.once('exit', tell)
  return () => {
    process.off('exit', tell)
  }
}
