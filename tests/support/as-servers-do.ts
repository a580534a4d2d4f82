import type { Client, InArgs, InStatement } from '@libsql/client'

/**
 * A client of a file that refuses what the client of a server refuses: SQLite itself would store a
 * number that is none as NULL, and a test would pass where the installation answers 500.
 */
export function asServersDo(client: Client): Client {
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'execute') {
        return async (statement: InStatement | string, args?: InArgs) => {
          check(typeof statement === 'string' ? args : statement.args)
          return typeof statement === 'string'
            ? target.execute(statement, args)
            : target.execute(statement)
        }
      }
      if (name === 'batch') {
        return async (...[statements, mode]: Parameters<Client['batch']>) => {
          for (const each of statements) {
            if (Array.isArray(each)) check(each[1])
            else if (typeof each === 'object' && 'args' in each) check(each.args)
          }
          return target.batch(statements, mode)
        }
      }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function check(args: InArgs | undefined): void {
  for (const value of Object.values(args ?? {})) {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new RangeError('Only finite numbers can be passed as arguments')
    }
  }
}
