import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

it('carries no labels of the portal in the script of the field app', async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['site/app/main.tsx'],
    outdir: 'never-written',
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { DECODER_URL: '""' },
    metafile: true,
    write: false,
  })
  const carried = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [file] : [],
    ),
  )
  expect(carried).toContain('worker/copy/app/entry.ts')
  expect(carried).not.toContain('worker/copy/labels.ts')
})
