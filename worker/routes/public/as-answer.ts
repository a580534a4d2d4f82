/**
 * A response made by hand, where the router's types ask for one made by `c.json`. The contract's
 * schema is held against such answers by tests, not by the compiler: they are cached texts.
 */
export function asAnswer(response: Response): never {
  return response as never
}
