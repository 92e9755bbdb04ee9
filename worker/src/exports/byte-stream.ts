type Parts = AsyncIterator<string | Uint8Array>

/**
 * Texts or bytes as the body of an answer. The next is asked for when the last has been taken; a client that hangs up
 * ends the asking and nothing else. What is thrown on the way is told to `onFault`, and the body breaks off: its words,
 * which may be a person's, go no further.
 */
export const byteStream = (parts: Parts, onFault: (fault: unknown) => void): ReadableStream<Uint8Array> => {
  const { readable, writable } = new IdentityTransformStream()
  void send(parts, writable.getWriter(), onFault)
  return readable
}

const send = async (
  parts: Parts,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  onFault: (fault: unknown) => void,
): Promise<void> => {
  const inBytes = newEncoding()
  try {
    for (let part = await parts.next(); !part.done; part = await parts.next())
      for (const bytes of inBytes(part.value)) if (!(await isTaken(writer, bytes))) return void (await parts.return?.())
    // Who hung up at the end has all of it, or does not want it.
    await writer.close().catch(() => {})
  } catch (fault) {
    onFault(fault)
    await writer.abort(new Error('The list broke off')).catch(() => {})
  }
}

/** Whether anybody takes it; resolves when they have. */
const isTaken = (writer: WritableStreamDefaultWriter<Uint8Array>, bytes: Uint8Array): Promise<boolean> =>
  writer.write(bytes).then(
    () => true,
    () => false,
  )

/**
 * Texts in UTF-8, each time in the same few bytes, which whoever takes them copies: megabytes of new ones would lie in
 * memory until V8 looks for what is of no use any more.
 */
const newEncoding = () => {
  const encoder = new TextEncoder()
  const bytes = new Uint8Array(64 * 1024)
  return function* (part: string | Uint8Array): Generator<Uint8Array> {
    if (typeof part !== 'string') return yield part
    for (let rest = part; rest !== '';) {
      const { read, written } = encoder.encodeInto(rest, bytes)
      yield bytes.subarray(0, written)
      rest = rest.slice(read)
    }
  }
}
