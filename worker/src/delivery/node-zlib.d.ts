/** Of Node's compatibility layer, which the compatibility date brings: what this worker uses of it. */
declare module 'node:zlib' {
  export const constants: { readonly BROTLI_PARAM_QUALITY: number }
  export const brotliCompressSync: (text: string, options: { params: Record<number, number> }) => Uint8Array
  export const crc32: (data: string | Uint8Array) => number
  export const deflateSync: (data: Uint8Array) => Uint8Array
}
