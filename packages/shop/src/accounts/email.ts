const EMAIL = /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$/u;
const MOST = 254;

/** An e-mail address as the shop keeps it: trimmed, in small letters; null for anything that isn't one. */
export function parseEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  return email.length <= MOST && EMAIL.test(email) ? email : null;
}
