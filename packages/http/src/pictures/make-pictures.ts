import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { decidePicture, err, ok, type PictureHeader, type Refusal, type Result, type SentPicture } from '@onbehalf/core';
import type { RenderedPicture } from './render-picture.ts';

/** A picture as it will be stored, with the name its file had. */
export interface MadePicture extends RenderedPicture {
  name: string;
}

/** The largest that is let in takes about three seconds of a core. */
const LONGEST_MS = 60_000;

// One at a time in a process: decoded, a picture takes a hundred megabytes.
let before: Promise<unknown> = Promise.resolve();

/** All of them, or every reason against one. What can be told from the heads is told before anything is decoded. */
export async function makePictures(sent: readonly SentPicture[]): Promise<Result<MadePicture[], Refusal[]>> {
  const judged = sent.map((one) => ({ one, header: decidePicture(one) }));
  const refused = judged.flatMap(({ header }) => (header.ok ? [] : [header.error]));
  if (refused.length > 0) return err(refused);
  const accepted = judged.flatMap(({ one, header }) => (header.ok ? [{ one, header: header.value }] : []));
  const turn = before.then(() => renderAll(accepted));
  before = turn.catch(() => null);
  return turn;
}

async function renderAll(accepted: readonly { one: SentPicture; header: PictureHeader }[]): Promise<Result<MadePicture[], Refusal[]>> {
  const made: MadePicture[] = [];
  const refused: Refusal[] = [];
  let worker: Worker | null = null;
  try {
    for (const { one, header } of accepted) {
      worker ??= new Worker(new URL('./picture-worker.ts', import.meta.url));
      const picture = await rendered(worker, { header, bytes: one.bytes });
      if (picture === null) {
        refused.push({ code: 'picture-unreadable', field: 'files', facts: { file: one.name } });
        await worker.terminate();
        worker = null;
      } else made.push({ ...picture, name: one.name });
    }
  } finally {
    await worker?.terminate();
  }
  return refused.length > 0 ? err(refused) : ok(made);
}

/** Null: it can't be decoded, or not within the time. */
async function rendered(worker: Worker, job: { header: PictureHeader; bytes: Uint8Array }): Promise<RenderedPicture | null> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), LONGEST_MS);
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of our own
    worker.postMessage(job);
    const [answer] = (await Promise.race([once(worker, 'message', { signal: over.signal }), once(worker, 'exit', { signal: over.signal })])) as [{ picture?: RenderedPicture | null } | number];
    return typeof answer === 'number' ? null : (answer.picture ?? null);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}
