import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  /** One or two sentences below. */
  text?: ReactNode;
  /** At the right end; below on a phone. */
  actions?: ReactNode;
  /** Above the title, for example a breadcrumb. */
  above?: ReactNode;
}

/** The page's one h1. It takes the focus after a boosted navigation, so that a screen reader says where one is. */
export function PageHeader({ title, text, actions, above }: PageHeaderProps) {
  return (
    <header className="page-header">
      {above}
      <div className="page-header-row">
        <h1 id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {actions ? <div className="page-header-actions">{actions}</div> : null}
      </div>
      {text ? <p className="page-header-text">{text}</p> : null}
    </header>
  );
}
