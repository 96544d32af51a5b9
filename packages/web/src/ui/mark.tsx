/** Two people, one order: the actor's amber and the subject's teal share a lens. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="mark" width={(size * 3) / 2} height={size} viewBox="0 0 36 24" aria-hidden="true">
      <circle className="mark-actor" cx="12" cy="12" r="11" />
      <circle className="mark-subject" cx="24" cy="12" r="11" />
      <path className="mark-lens" d="M18 2.78a11 11 0 0 1 0 18.44 11 11 0 0 1 0-18.44Z" />
    </svg>
  );
}
