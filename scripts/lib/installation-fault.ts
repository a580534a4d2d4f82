/** The data of an installation are not as they must be: several lines that say what to do, all of them for the screen. */
export class InstallationFault extends Error {
  constructor(what: string, choices: readonly string[] = []) {
    super([what, ...choices.map((choice) => `  - ${choice}`)].join('\n'))
    this.name = 'InstallationFault'
  }
}
