import type JSZip from 'jszip'

/** TODO */
export const numberedDocument = async (archive: JSZip): Promise<Uint8Array> =>
  archive.generateAsync({ type: 'uint8array' })
