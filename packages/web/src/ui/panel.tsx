import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface PanelProps {
  title?: string;
  /** At the right end of the title. */
  actions?: ReactNode;
  /** Below the title, one or two sentences. */
  text?: ReactNode;
  level?: 2 | 3;
  id?: string;
  /** Without inner space, for tables that reach the edges. */
  flush?: boolean;
  tone?: 'plain' | 'actor' | 'warn';
  className?: string;
  children?: ReactNode;
}

/** A bordered area of the page; with a title it is a section named by it. */
export function Panel({ title, actions, text, level = 2, id, flush, tone = 'plain', className, children }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} className={classNames('panel', tone !== 'plain' && `panel-${tone}`, className)} aria-label={title}>
      {title ? (
        <header className="panel-header">
          <Heading>{title}</Heading>
          {actions ? <div className="panel-actions">{actions}</div> : null}
        </header>
      ) : null}
      {text ? <p className="panel-text">{text}</p> : null}
      {children ? <div className={flush ? 'panel-flush' : 'panel-body'}>{children}</div> : null}
    </section>
  );
}
