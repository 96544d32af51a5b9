import type { ReactNode } from 'react';
import { useT } from '../shell/request-context.tsx';
import { Button } from './button.tsx';

interface DialogProps {
  /** Opened by a `<Button command="show-modal" commandFor={id}>`. */
  id: string;
  title: string;
  children: ReactNode;
  /** Beside "Cancel"; a button of a form in `children` names it by `form`. */
  actions: ReactNode;
}

/** The browser's own dialog: keeps the focus inside and gives it back, closes by Escape, needs no script. */
export function Dialog({ id, title, children, actions }: DialogProps) {
  const t = useT();
  return (
    <dialog id={id} className="dialog" aria-labelledby={`${id}-title`} closedby="any">
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">
        <Button type="button" command="close" commandFor={id}>
          {t('ui.cancel')}
        </Button>
        {actions}
      </div>
    </dialog>
  );
}
