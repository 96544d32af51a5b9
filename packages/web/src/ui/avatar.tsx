/** Initials on a disc, beside the name and never instead of it. */
export function Avatar({ initials, who = 'actor' }: { initials: string; who?: 'actor' | 'subject' }) {
  return (
    <span className={`avatar avatar-${who}`} aria-hidden="true">
      {initials}
    </span>
  );
}
