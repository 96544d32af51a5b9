import type { ProblemPageProps } from '../props/storefront.ts';
import { useRequest, useT } from '../shell/request-context.tsx';
import { Shell } from '../shell/shell.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Mark } from '../ui/mark.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** What happened, why, what next. In a context the banner stands above it as on every page (B5). */
export function ProblemPage({ title, text, remedy, links, requestId }: ProblemPageProps) {
  const t = useT();
  const { assist } = useRequest();
  return (
    <Shell title={title} width="reading">
      <div className="problem-page">
        <Mark size={40} />
        <PageHeader title={title} text={text} />
        <p>{remedy}</p>
        {assist ? <p>{t('problem.stillInside', { name: assist.subjectName })}</p> : null}
        <p className="problem-links">
          {links.map(({ label, href }, index) => (
            <ButtonLink key={href} href={href} tone={index === 0 ? 'primary' : 'secondary'}>
              {label}
            </ButtonLink>
          ))}
        </p>
        {requestId ? (
          <p className="problem-number">
            {t('problem.number')} <code>{requestId}</code>
          </p>
        ) : null}
      </div>
    </Shell>
  );
}
