/** A place where tests kill the process (F01). Named in ONBEHALF_FAIL_POINT; production refuses to start with it set. */
export async function failPoint(name: string): Promise<void> {
  if (process.env['ONBEHALF_FAIL_POINT'] !== name) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal arrives at once, but not before the next statement: nothing more may happen here.
  await new Promise(() => {});
}
