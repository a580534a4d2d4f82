import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A regular expression of the source, and where it stands. */
export type Expression = {
  readonly file: string
  readonly line: number
  readonly source: string
  readonly flags: string
}

/** What `RegExp` is called with that is no constant: nothing can be told about it here. */
export type Built = { readonly file: string; readonly code: string }

export type Found = { readonly expressions: Expression[]; readonly built: Built[] }

const CODE = /\.(?:[cm]?[jt]sx?|astro|svelte)$/

/** Every regular expression in the code of some folders. */
export function findExpressions(folders: readonly string[]): Found {
  const found: Found = { expressions: [], built: [] }
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
      if (!entry.isFile() || !CODE.test(file) || file.includes('node_modules')) continue
      collect(file, codeOf(file), found)
    }
  }
  return found
}

/** Pages are read as code between tags, line by line where they stand. */
function codeOf(file: string): string {
  const text = readFileSync(file, 'utf8')
  if (!file.endsWith('.astro') && !file.endsWith('.svelte')) return text
  return text
    .replace(/^---$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
}

function collect(file: string, code: string, { expressions, built }: Found): void {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kindOf(file))
  const add = (node: ts.Node, pattern: string, flags: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
    expressions.push({ file, line, source: pattern, flags })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      add(node, node.text.slice(1, end), node.text.slice(end + 1))
    } else if (isCallOfRegExp(node)) {
      const [pattern, flags] = node.arguments ?? []
      if (pattern !== undefined && ts.isStringLiteralLike(pattern)) {
        add(
          node,
          pattern.text,
          flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : '',
        )
      } else built.push({ file, code: node.getText() })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}

function kindOf(file: string): ts.ScriptKind {
  return /\.[cm]?ts$/.test(file) ? ts.ScriptKind.TS : ts.ScriptKind.TSX
}

function isCallOfRegExp(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return false
  return ts.isIdentifier(node.expression) && node.expression.text === 'RegExp'
}
