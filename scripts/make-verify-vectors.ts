/**
 * Makes what is published beside the verifier: cases to try another implementation with, and the
 * hash of the file. Run it by hand after changing site/public/verify.js or what lists say:
 *
 *     node scripts/make-verify-vectors.ts
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { makeVerifyVectors } from './lib/verify-vectors.ts'

const root = new URL('../site/', import.meta.url)
const vectors = new URL('public/verify-vectors.json', root)
writeFileSync(vectors, `${JSON.stringify(await makeVerifyVectors(), null, 2)}\n`)

const hash = createHash('sha256').update(readFileSync(new URL('public/verify.js', root)))
writeFileSync(
  new URL('view/verify-module.ts', root),
  `/** SHA-256 of /verify.js, as \`sha256sum\` prints it. Written by scripts/make-verify-vectors.ts. */
export const VERIFY_SHA256 = '${hash.digest('hex')}'
`,
)
