import type { Problem } from '../props/shared.ts';
import { Icon } from './icon.tsx';

/** Refusals above a form: every reason, and what to do about each. Nothing at all where there is none. */
export function ProblemList({ problems, id }: { problems: readonly Problem[]; id?: string }) {
  if (problems.length === 0) return null;
  return (
    <div className="alert alert-bad" role="alert" id={id}>
      <Icon name="bad" />
      <ul className="grid gap-1">
        {problems.map((problem) => (
          <li key={problem.code + (problem.field ?? '') + problem.text}>
            {problem.text}
            {problem.remedy ? <span className="text-muted"> {problem.remedy}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
