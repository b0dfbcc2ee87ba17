/** With this a thread exits that has taken more for its buffers than it may. */
export const outOfBuffers = 86

/** From this size on a buffer is worth a look at what all of them take, in bytes. */
const large = 1024 * 1024

/**
 * Ends this thread once its buffers take more than so many megabytes. A thread's own limits count objects, and not the buffers
 * that a library unpacks streams into; what the process holds would count other threads' too. No flag of V8 or Node limits them for
 * one thread, so the classes that make them are watched: each large buffer that is asked for is held against what this thread has. It
 * exits, for an error might be taken for damage of the file and passed over.
 */
export function limitBuffers(megabytes: number): void {
  const most = megabytes * 1024 * 1024
  const check = (bytes: unknown) => {
    if (typeof bytes !== 'number' || bytes < large) return
    if (bytes + process.memoryUsage().arrayBuffers > most) process.exit(outOfBuffers)
  }
  const watched = <Class extends new (...given: never[]) => object>(made: Class, width: number): Class =>
    new Proxy(made, {
      construct(target, given: unknown[], asked) {
        const [first] = given
        if (typeof first === 'number') check(first * width)
        else if (ArrayBuffer.isView(first)) check(first.byteLength)
        return Reflect.construct(target, given, asked)
      },
    })
  globalThis.ArrayBuffer = watched(ArrayBuffer, 1)
  globalThis.Uint8Array = watched(Uint8Array, 1)
  globalThis.Uint8ClampedArray = watched(Uint8ClampedArray, 1)
  globalThis.Uint32Array = watched(Uint32Array, Uint32Array.BYTES_PER_ELEMENT)
  globalThis.Float32Array = watched(Float32Array, Float32Array.BYTES_PER_ELEMENT)
}
