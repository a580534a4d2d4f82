import { customAlphabet } from 'nanoid'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const random = customAlphabet(ALPHABET, 21)

/** A fresh random id of letters and digits: one with a hyphen first would pass for an option of a command. */
export function newId(): string {
  return random()
}
