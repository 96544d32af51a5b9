import type { ReactNode } from 'react';
import { useT } from '../shell/request-context.tsx';
import { Icon } from './icon.tsx';

interface PersonTagProps {
  /** Amber for the member of staff, teal for the customer. */
  who: 'actor' | 'subject';
  name: ReactNode;
  href?: string | undefined;
  /** Hides the word where a column header says it already; it stays for screen readers. */
  hideWord?: boolean;
}

/** One of the two people, always in the same colour with icon and word. */
export function PersonTag({ who, name, href, hideWord }: PersonTagProps) {
  const t = useT();
  return (
    <span className={`person person-${who}`}>
      <Icon name={who} />
      <span className={hideWord ? 'sr-only' : 'person-word'}>{t(`ui.${who}`)} </span>
      {href ? (
        <a href={href}>
          <bdi>{name}</bdi>
        </a>
      ) : (
        <bdi>{name}</bdi>
      )}
    </span>
  );
}
