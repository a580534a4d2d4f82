/** How a program uses /verify.js, as the page of checking shows it; `origin` has no slash at its end. */
export function verifierExample(origin: string): string {
  return `import { createVerifier } from './verify.js'

const json = async (url) => (await fetch(url)).json()
const at = '${origin}/.well-known'
const { lists } = await json(\`\${at}/label-status.json\`)
const verifier = await createVerifier({
  jwks: await json(\`\${at}/jwks.json\`),
  statusJwks: await json(\`\${at}/status-jwks.json\`),
  lists: await Promise.all(lists.map(async ({ uri }) => (await fetch(uri)).text())),
})
const { authenticity, standing, reason } = await verifier.verify(scannedText)
// genuine | forged | unknown | malformed
// clear_or_notice | stop | recalled | unknown`
}
