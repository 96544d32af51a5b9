import type { Problem, StartQuestions, Typed } from '../props/shared.ts';
import { useFormat, useT } from '../shell/request-context.tsx';
import { Alert } from './alert.tsx';
import { problemAt } from './problems.ts';
import { Select } from './select.tsx';
import { StoreChoice } from './store-choice.tsx';
import { TextField } from './text-field.tsx';

interface QuestionsProps {
  questions: StartQuestions;
  /** Sets the fields of several forms on one page apart. */
  idPrefix: string;
  problems?: readonly Problem[];
  typed?: Typed;
}

/** What is answered by going on (B7): hidden fields of the form. */
export const answersOf = ({ switchFrom, colleagues }: StartQuestions): Record<string, number> => ({
  ...(switchFrom ? { switch: 1 } : {}),
  ...(colleagues.length > 0 ? { confirm: 1 } : {}),
});

/** What the actor has to know before going in: the account left behind, and who is there already (B7). */
export function StartNotices({ switchFrom, colleagues }: StartQuestions) {
  const t = useT();
  const { date } = useFormat();
  return (
    <>
      {switchFrom ? (
        <Alert tone="warn" title={t('staff.start.switchTitle', { name: switchFrom.name, time: date(switchFrom.since, 'time') })}>
          <p>{t('staff.start.switchText')}</p>
        </Alert>
      ) : null}
      {colleagues.map((colleague) => (
        <Alert key={colleague.name} tone="warn" title={t('staff.start.colleague', { name: colleague.name, time: date(colleague.since, 'time') })}>
          <p>{t('staff.start.colleagueText')}</p>
        </Alert>
      ))}
    </>
  );
}

/** Store view, reason and reference (B11, B13). */
export function StartFields({ questions, idPrefix, problems = [], typed = {} }: QuestionsProps) {
  const t = useT();
  const { reasons, reasonRequired } = questions;
  const choose = { value: '', label: t(reasonRequired ? 'staff.start.reasonChoose' : 'staff.start.reasonNone') };
  return (
    <>
      <StoreChoice questions={questions} idPrefix={idPrefix} chosen={typed['store']} problem={problemAt(problems, 'store')} />
      <Select
        name="reason"
        id={`${idPrefix}-reason`}
        label={t('staff.start.reason')}
        hint={t('staff.start.reasonHint')}
        optional={!reasonRequired}
        required={reasonRequired}
        options={[choose, ...reasons.map((reason) => ({ value: reason, label: reason }))]}
        value={typed['reason'] ?? ''}
        problem={problemAt(problems, 'reason')}
      />
      <TextField
        name="reference"
        id={`${idPrefix}-reference`}
        label={t('staff.start.reference')}
        hint={t('staff.start.referenceHint')}
        optional
        maxLength={80}
        autoComplete="off"
        value={typed['reference']}
        problem={problemAt(problems, 'reference')}
      />
    </>
  );
}
