import { randomRef } from './random-label.ts'
import type { Seeded } from './seeded.ts'

/** A REF as a person might type it, right or wrong. */
export function randomTypedCode(random: Seeded): string {
  const { pick, chance } = random
  let typed = ''
  for (const character of randomRef(random)) {
    if (chance(0.1)) typed += pick([' ', '-', '\t', '\u00a0', '--', '\n', '\u3000'])
    if (chance(0.02)) typed += pick(ANY)
    if (!chance(0.02)) typed += retyped(character, random)
    if (chance(0.02)) typed += pick(ANY)
  }
  return chance(0.1) ? ` ${typed}-` : typed
}

/** The same character in another case, one that is read as it, or rarely any other. */
function retyped(character: string, { pick, chance }: Seeded): string {
  if (chance(0.03)) return pick(ANY)
  if (character === '0' && chance(0.5)) return pick(['O', 'o'])
  if (character === '1' && chance(0.5)) return pick(['I', 'i', 'L', 'l'])
  return chance(0.5) ? character.toLowerCase() : character
}

const ANY = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZilou./+_:*éĐ０１']
