import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE_SECONDS = 300;

/** Over the time, the name and every byte of the body: none of them can be another's (Standard Webhooks). */
export const signNotice = (secret: Buffer, { id, seconds, body }: { id: string; seconds: number; body: string }): string =>
  createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64');

/** Signed with this secret, and within five minutes of now: an older one is somebody's recording. */
export function isSigned(secret: Buffer, notice: { id: string; seconds: number; body: string; signature: string; now: Date }): boolean {
  if (!Number.isSafeInteger(notice.seconds) || Math.abs(notice.now.getTime() / 1000 - notice.seconds) > TOLERANCE_SECONDS) return false;
  const [given, wanted] = [Buffer.from(notice.signature, 'utf8'), Buffer.from(signNotice(secret, notice), 'utf8')];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
