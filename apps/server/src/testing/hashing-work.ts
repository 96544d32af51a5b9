import { createHook } from 'node:async_hooks';

/** How many password hashes were computed while it ran, by what the runtime was really asked to do. */
export async function hashesWhile(act: () => Promise<unknown>): Promise<number> {
  let hashes = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (/ARGON2/i.test(type)) hashes += 1;
    },
  }).enable();
  try {
    await act();
  } finally {
    hook.disable();
  }
  return hashes;
}
