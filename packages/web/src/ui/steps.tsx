/** Where one is in a short sequence. */
export function Steps({ label, steps, current }: { label: string; steps: readonly string[]; current: number }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined} className={index < current ? 'steps-done' : undefined}>
          {step}
        </li>
      ))}
    </ol>
  );
}
