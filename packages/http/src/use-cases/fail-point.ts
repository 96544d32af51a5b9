/**
 * Places where tests kill the process, as kill -9 does (F01, F03). Named in ONBEHALF_FAIL_POINT; production refuses to
 * start with it set (K3).
 */
export async function failPoint(name: string): Promise<void> {
  if (isArmed(name)) die();
}

/** `after:{statement}`: a prepared statement has done its work, and nothing behind it has. */
export function failAfterStatement({ name }: { readonly name?: string }): void {
  if (name !== undefined && isArmed(`after:${name}`)) die();
}

export const hasFailPoint = (): boolean => armed() !== '';

const armed = (): string => process.env['ONBEHALF_FAIL_POINT'] ?? '';
const isArmed = (name: string): boolean => armed() === name;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal arrives at once, but not before the next statement: nothing more may happen here.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('killed');
}
