import type { ReactNode } from 'react';

interface SideSectionsProps {
  /** Names the navigation, for example "Customer Information". */
  title: string;
  sections: readonly { label: string; href: string; current: boolean }[];
  children: ReactNode;
}

/** A record's page with its sections in a panel at the left, as administrators know it; above the form on a phone. */
export function SideSections({ title, sections, children }: SideSectionsProps) {
  return (
    <div className="configuration">
      <nav aria-label={title} className="side-nav configuration-side">
        <h2>{title}</h2>
        <ul>
          {sections.map(({ label, href, current }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="stack">{children}</div>
    </div>
  );
}
