/** One line of a command's answer. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One line beside the answer: notices and warnings, never mixed into a file on standard output. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`)
}
