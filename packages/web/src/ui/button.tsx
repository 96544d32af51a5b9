import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  children: ReactNode;
  tone?: ButtonTone;
  size?: 'small' | 'normal' | 'large';
  /** Fills the width it is given. */
  wide?: boolean;
  icon?: IconName | undefined;
  /** Shows the icon only; `children` stay as the accessible name. */
  iconOnly?: boolean;
  /** Said instead of the text, for example to name the row. Must contain the visible text. */
  label?: string | undefined;
  title?: string | undefined;
  className?: string | undefined;
}

export interface ButtonProps extends Look {
  type?: 'submit' | 'button' | 'reset';
  id?: string;
  name?: string;
  value?: string | number;
  /** Id of the form it belongs to, when it stands outside. */
  form?: string;
  formAction?: string;
  formMethod?: 'get';
  formNoValidate?: boolean;
  disabled?: boolean;
  describedBy?: string | undefined;
  /** Opens or closes the dialog with this id without script. */
  command?: 'show-modal' | 'close';
  commandFor?: string;
}

const look = ({ tone = 'secondary', size = 'normal', wide, iconOnly, className }: Look) =>
  classNames('button', `button-${tone}`, size !== 'normal' && `button-${size}`, wide && 'button-wide', iconOnly && 'button-icon', className);

const inside = ({ children, icon, iconOnly }: Look) => (
  <>
    {icon ? <Icon name={icon} /> : null}
    {iconOnly ? <span className="sr-only">{children}</span> : children}
  </>
);

/** Submits by default: most buttons here belong to a form. */
export function Button(props: ButtonProps) {
  const { type = 'submit', id, name, value, form, formAction, formMethod, formNoValidate, disabled, describedBy, command, commandFor, label, title } = props;
  const invoker = command ? { command, commandfor: commandFor } : {};
  return (
    <button
      {...{ type, id, name, value, form, formAction, formMethod, formNoValidate, disabled, title }}
      {...invoker}
      className={look(props)}
      aria-label={label}
      aria-describedby={describedBy}
    >
      {inside(props)}
    </button>
  );
}

export function ButtonLink(props: Look & { href: string; download?: boolean }) {
  return (
    <a href={props.href} download={props.download} className={look(props)} aria-label={props.label} title={props.title}>
      {inside(props)}
    </a>
  );
}
