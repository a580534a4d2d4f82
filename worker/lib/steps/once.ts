/** One part, where parts are asked for one after the other. */
export async function* once<T>(part: T): AsyncGenerator<T> {
  yield part
}
