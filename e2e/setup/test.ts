import { expect, test as base, type BrowserContext } from '@playwright/test';

/** A refused form answers 422, and the browser notes every such answer: that is no mistake of the page. */
const REFUSED = /^Failed to load resource: the server responded with a status of (4\d\d)/u;
/** A mail stands in a frame without rights, and the accessibility checker is told so when it knocks there. */
const SANDBOXED = /^Blocked script execution in '[^']*\/admin\/mails\/[^']*\/body'/u;

/** Every test runs at the shop of this run, in English unless it says otherwise, and fails when a page's script or policy does. */
export const test = base.extend<{ quietPages: void }>({
  quietPages: [
    async ({ context }, use) => {
      const complaints = complaintsOf(context);
      await use();
      expect(complaints, 'complaints in the console').toEqual([]);
    },
    { auto: true },
  ],
});

/** What pages write to the console as errors, scripts that throw, and what the content security policy stopped. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    const isError = message.type() === 'error' || /content security policy/iu.test(text);
    if (isError && !REFUSED.test(text) && !SANDBOXED.test(text)) complaints.push(`${message.location().url}: ${text}`);
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  return complaints;
}

export { expect } from '@playwright/test';
