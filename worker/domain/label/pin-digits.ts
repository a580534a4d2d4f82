/** Digits of a PIN under the scratch layer of a label: guessed right one time in a million. */
export const PIN_DIGITS = 6
