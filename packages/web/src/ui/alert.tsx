import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

export type AlertTone = 'info' | 'good' | 'warn' | 'bad';

interface AlertProps {
  tone?: AlertTone;
  title?: string;
  children?: ReactNode;
  /** At the right end, for example a button. */
  action?: ReactNode;
  id?: string;
}

/** Something to know before going on. Not announced: for answers to an action use the flash. */
export function Alert({ tone = 'info', title, children, action, id }: AlertProps) {
  return (
    <div className={`alert alert-${tone}`} id={id}>
      <Icon name={tone} />
      <div className="alert-text">
        {title ? <strong>{title}</strong> : null}
        {children}
      </div>
      {action ? <div className="alert-action">{action}</div> : null}
    </div>
  );
}
