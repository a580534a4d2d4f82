/** What a text is filled with that is to hold up whoever reads it. */
const FILLS = [
  ...[' ', '\t', '\n', '\r\n', '\u00a0', '\u200b', '\u200e'],
  ...['0', '9', 'a', 'A', 'O', 'ộ', '\u0301\u0323', '\uff9e\u0301', '😀', '\ud800'],
  ...[',', ';', '.', '-', '–', '/', '+', '%', '%20', '%E2%80%8B', '%F0', '=', '(', ')', '[', '[\n'],
  ...[
    '"',
    "'",
    '<',
    '{',
    '_x',
    '_x0041_',
    'O0',
    '1.',
    '1,',
    '1 ',
    ' - ',
    ' và ',
    'tong ',
    'A-',
    '0-',
  ],
  ...['xã ', 'a@', '@', 'a.', '//', 'https://', '\\', '0-00-', '&', '\0'],
]

/** What stands before and behind the fill: where an expression begins to match, and where it fails. */
const ENDS = [
  ['', ''],
  ['1', 'x'],
  ['"', '\0'],
  ['tong cong ', '!'],
] as const

/** Each way of filling a text of a length. */
export function* hostileTexts(length: number): Generator<{ name: string; text: string }> {
  for (const fill of FILLS) {
    for (const [before, after] of ENDS) {
      const text = before + fill.repeat(Math.ceil(length / fill.length)).slice(0, length) + after
      yield { name: JSON.stringify([before, fill, after]), text }
    }
  }
}
