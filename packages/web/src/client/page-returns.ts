/** A page of an assist session or of the portal that comes back out of the browser's memory asks the server again (DESIGN: Sessions). */
export function reloadWhenRestored(): void {
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.querySelector('session-clock')) location.reload();
  });
}
