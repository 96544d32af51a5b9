/** Beside the event loop: a picture takes a second of one core, and no request waits for it. */
import { parentPort } from 'node:worker_threads';
import type { PictureHeader } from '@onbehalf/core';
import { renderPicture } from './render-picture.ts';

parentPort?.on('message', ({ header, bytes }: { header: PictureHeader; bytes: Uint8Array<ArrayBuffer> }) => {
  void answer(header, bytes);
});

async function answer(header: PictureHeader, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const picture = await renderPicture(header, bytes).catch(() => null);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of our own
  parentPort?.postMessage({ picture });
}
