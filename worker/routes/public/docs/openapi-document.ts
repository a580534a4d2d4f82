import { OpenAPIHono } from '@hono/zod-openapi'
import { PRODUCT_NAME } from '../../../copy/site.ts'
import type { AppEnv } from '../../../http/app-env.ts'
import { organisationPath, productPath } from '../products/contract.ts'
import { withCommonParts } from './common-parts.ts'
import { mergePaths } from './merge-paths.ts'
import { labelPaths, scanPath, typedCodePath } from './scan-paths.ts'

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>

/**
 * One OpenAPI 3.1 document of all operations of `apps`, of the paths of labels, which are read raw
 * before any router, and of pages that answer programs with JSON.
 */
export function openApiDocument(apps: readonly OpenAPIHono<AppEnv>[]): OpenApiDocument {
  const all = new OpenAPIHono<AppEnv>()
  for (const app of apps) all.route('/', app)
  for (const path of [scanPath, ...labelPaths, typedCodePath, productPath, organisationPath]) {
    all.openAPIRegistry.registerPath(path)
  }
  const document = all.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: PRODUCT_NAME,
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  })
  return {
    ...document,
    paths: asPaths(withCommonParts(mergePaths(document.paths as Parameters<typeof mergePaths>[0]))),
  }
}

/** The generator's own paths, only brought together: each operation is one of its operations. */
function asPaths(paths: ReturnType<typeof mergePaths>): NonNullable<OpenApiDocument['paths']> {
  return paths as NonNullable<OpenApiDocument['paths']>
}

const DESCRIPTION = [
  'Truy xuất nguồn gốc nông sản: tem QR có chữ ký, gắn với mã số vùng trồng và mã số cơ sở đóng gói.',
  'Lỗi trả về theo RFC 9457. Thời điểm ghi theo ISO 8601, giờ UTC; ngày là ngày lịch Việt Nam. Điều chưa biết là `null`.',
  'Errors follow RFC 9457; instants are ISO 8601 in UTC, dates those of Vietnam; what is not known is `null`. A method that an address does not take is answered 405 with `Allow`.',
].join(' ')
