import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { openApiDocument } from '../../../worker/routes/public/docs/openapi-document.ts'
import { publicRoutes } from '../../../worker/routes/public/index.ts'
import { docsPage } from '../../../worker/routes/public/docs/docs-page.ts'
it('x', () => {
  const d = openApiDocument([publicRoutes()])
  writeFileSync('/tmp/openapi.json', JSON.stringify(d, null, 1)); writeFileSync('/tmp/docs.html', docsPage(d))
})
