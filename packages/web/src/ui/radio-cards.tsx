import type { ReactNode } from 'react';
import type { Problem } from '../props/shared.ts';
import { FieldProblem } from './field.tsx';

export interface RadioCard {
  value: string;
  label: string;
  /** Second line, part of the description and not of the name. */
  text?: ReactNode;
  /** At the right end, for example what it costs. */
  aside?: ReactNode;
  chosen?: boolean;
  /** Its text says why. */
  disabled?: boolean;
}

interface RadioCardsProps {
  legend: string;
  name: string;
  cards: readonly RadioCard[];
  problem?: Problem | undefined;
  /** Read by screen readers only; a heading above says it already. */
  hideLegend?: boolean;
}

/** One of a few, each with its consequence beside it. */
export function RadioCards({ legend, name, cards, problem, hideLegend }: RadioCardsProps) {
  const problemId = `field-${name}-problem`;
  return (
    <fieldset className="grid gap-2" aria-describedby={problem ? problemId : undefined}>
      <legend className={hideLegend ? 'sr-only' : 'field-label'}>{legend}</legend>
      {cards.map((card) => (
        <RadioCardItem key={card.value} name={name} card={card} />
      ))}
      {problem ? <FieldProblem id={problemId} problem={problem} /> : null}
    </fieldset>
  );
}

function RadioCardItem({ name, card }: { name: string; card: RadioCard }) {
  const id = `field-${name}-${card.value}`;
  return (
    <div className="radio-card">
      <input type="radio" id={id} name={name} value={card.value} defaultChecked={card.chosen} disabled={card.disabled} aria-describedby={card.text || card.aside ? `${id}-text` : undefined} />
      <label htmlFor={id}>{card.label}</label>
      <div className="radio-card-more" id={`${id}-text`}>
        {card.text ? <div className="radio-card-text">{card.text}</div> : null}
        {card.aside ? <div className="radio-card-aside">{card.aside}</div> : null}
      </div>
    </div>
  );
}
