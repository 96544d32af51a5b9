import { encodeQR } from 'qr';

/** A text as a picture that phones read: modules along one side, and the dark ones as one SVG path. */
export function qrPicture(text: string): { size: number; path: string } {
  const modules = encodeQR(text, 'raw', { border: 2, ecc: 'medium' });
  const path = modules.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');
  return { size: modules.length, path };
}
