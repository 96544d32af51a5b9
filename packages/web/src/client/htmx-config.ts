// Evaluated before htmx, which reads this once at start. A page reached by Back comes from the server, never from a copy
// that may belong to an ended assist session; no style sheet of its own, since ours has all there is to style.
const meta = document.querySelector<HTMLMetaElement>('meta[name="htmx-config"]') ?? document.createElement('meta');
meta.name = 'htmx-config';
meta.content = JSON.stringify({ includeIndicatorCSS: false, history: 'reload', defaultSwap: 'outerMorph' });
if (!meta.isConnected) document.head.append(meta);
