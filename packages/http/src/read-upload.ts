import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import busboy from '@fastify/busboy';
import { MOST_PICTURES, MOST_PICTURE_BYTES, type Refusal, type SentPicture } from '@onbehalf/core';

/** A form with files as it was sent: its fields, and the files whose bytes fit. */
export interface Upload {
  fields: Record<string, string>;
  files: SentPicture[];
  /** Why it wasn't read to its end. */
  refusal: Refusal | null;
}

/** Of all files together, in bytes: they are held in memory until they are judged. */
const MOST_UPLOAD = 48 * 1024 * 1024;
const LONGEST_NAME = 80;

const LIMITS = { fileSize: MOST_PICTURE_BYTES, files: MOST_PICTURES + 1, fields: 60, fieldSize: 10_000, fieldNameSize: 100, parts: 80, headerPairs: 20, headerSize: 4096 };

const tooLarge: Refusal = { code: 'upload-too-large', field: 'files', facts: { most: MOST_UPLOAD / 1024 / 1024 } };

const read = new WeakMap<IncomingMessage, Promise<Upload>>();

/** Reads a multipart form; its sender is let in before, so that nobody unknown fills the memory. What goes over a limit is let go and not kept. */
export function readUpload(request: IncomingMessage): Promise<Upload> {
  // A request that is judged anew has been read before (B9).
  const upload = read.get(request) ?? readOnce(request);
  read.set(request, upload);
  return upload;
}

async function readOnce(request: IncomingMessage): Promise<Upload> {
  const upload: Upload = { fields: {}, files: [], refusal: null };
  if (Number(request.headers['content-length'] ?? '0') > MOST_UPLOAD) return { ...upload, refusal: tooLarge };
  try {
    await parse(request, upload);
    return upload;
  } catch {
    // Broken off, or no multipart at all.
    return { ...upload, files: [], refusal: upload.refusal ?? { code: 'invalid-input' } };
  }
}

async function parse(request: IncomingMessage, upload: Upload): Promise<void> {
  const over = new AbortController();
  const parser = busboy({ headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' }, limits: LIMITS });
  let received = 0;
  parser.on('field', (name, value) => void (upload.fields[name] = value));
  parser.on('file', (_field, stream, name) => {
    const chunks: Buffer[] = [];
    const file = { name: shortName(name), isCut: false };
    stream.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > MOST_UPLOAD) over.abort(tooLarge);
      else chunks.push(chunk);
    });
    stream.on('limit', () => {
      file.isCut = true;
      chunks.length = 0;
    });
    // A field of files that was left empty is sent as a file without name and bytes.
    stream.on('end', () => void (name === '' || name === undefined || upload.files.push({ ...file, bytes: Uint8Array.from(Buffer.concat(chunks)) })));
  });
  request.once('aborted', () => over.abort());
  request.pipe(parser);
  try {
    await once(parser, 'finish', { signal: over.signal });
  } catch (error) {
    request.unpipe(parser);
    request.resume();
    if (over.signal.reason === tooLarge) upload.refusal = tooLarge;
    throw error;
  }
}

/** For the sentence that names the file: its end says more than its middle. */
function shortName(name: string | undefined): string {
  const plain = (name ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, '').split(/[\\/]/).pop() ?? '';
  return plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME - 13)}…${plain.slice(-12)}`;
}
