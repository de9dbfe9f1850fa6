/** The regular expressions of a program, found in its syntax tree. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

export interface Pattern {
  source: string
  flags: string
  /** "src/text/tokens.ts:12" of the first place it stands in. */
  at: string
}

export interface Patterns {
  /** Each once. */
  literal: Pattern[]
  /** `new RegExp(…)` of something that is made at run time, with what stands between the brackets. */
  computed: { code: string; at: string }[]
}

export function patternsOf(files: readonly string[], root: string): Patterns {
  const literal = new Map<string, Pattern>()
  const computed: Patterns['computed'] = []
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
    const at = (node: ts.Node): string =>
      `${file.slice(root.length)}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`
    const add = (pattern: string, flags: string, node: ts.Node): void => {
      const key = `/${pattern}/${flags}`
      if (!literal.has(key)) literal.set(key, { source: pattern, flags, at: at(node) })
    }
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const text = node.getText(source)
        const end = text.lastIndexOf('/')
        add(text.slice(1, end), text.slice(end + 1), node)
      } else if (isRegExpMade(node)) {
        const [pattern, flags] = node.arguments ?? []
        if (pattern !== undefined && isText(pattern) && (flags === undefined || isText(flags)))
          add(pattern.text, flags?.text ?? '', node)
        else if (pattern === undefined || pattern.kind !== ts.SyntaxKind.RegularExpressionLiteral)
          computed.push({ code: (node.arguments ?? []).map(a => a.getText(source)).join(', '), at: at(node) })
      } else if (isStringMatch(node)) {
        // "text".match('a+') makes a pattern of its argument too.
        const [pattern] = node.arguments
        if (isText(pattern)) add(pattern.text, '', node)
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { literal: [...literal.values()], computed }
}

const isText = (node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)

function isRegExpMade(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp'
  )
}

const MATCHERS = ['match', 'matchAll', 'search']

function isStringMatch(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    MATCHERS.includes(node.expression.name.text) &&
    node.arguments.length === 1
  )
}

/** All files under a folder with one of these endings. */
export function filesUnder(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(e => e.isFile() && endings.some(ending => e.name.endsWith(ending)))
    .map(e => join(e.parentPath, e.name))
    .sort()
}
