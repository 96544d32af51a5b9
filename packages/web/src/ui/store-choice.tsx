import type { Problem, StartQuestions } from '../props/shared.ts';
import { useT } from '../shell/request-context.tsx';
import { FieldProblem } from './field.tsx';

interface StoreChoiceProps {
  questions: StartQuestions;
  idPrefix: string;
  chosen?: string | undefined;
  problem?: Problem | undefined;
}

/** Every store view that the customer and the actor share, by website, the customer's own chosen beforehand (B13). */
export function StoreChoice({ questions, idPrefix, chosen, problem }: StoreChoiceProps) {
  const t = useT();
  const { storeGroups, store } = questions;
  if (storeGroups.length === 0) return null;
  const id = `${idPrefix}-store`;
  return (
    <fieldset className="store-choice" aria-describedby={problem ? `${id}-problem` : undefined}>
      <legend className="field-label">{t('ui.storeView')}</legend>
      {storeGroups.map((group, at) => (
        <div key={group.website} role="group" aria-labelledby={`${id}-${at}`} className="store-group">
          <span id={`${id}-${at}`} className="store-website">
            {group.website}
          </span>
          {group.stores.map(({ code, name }) => (
            <label key={code} className="store-option">
              <input type="radio" name="store" value={code} defaultChecked={code === (chosen || store)} />
              {name}
            </label>
          ))}
        </div>
      ))}
      {problem ? <FieldProblem id={`${id}-problem`} problem={problem} /> : null}
    </fieldset>
  );
}
