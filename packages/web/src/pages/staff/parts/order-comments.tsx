import type { OrderView } from '../../../props/shared.ts';
import { useT } from '../../../shell/request-context.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Timeline } from '../../../ui/timeline.tsx';

/** What was noted on the order, and who may read it. */
export function OrderComments({ comments }: { comments: OrderView['comments'] }) {
  const t = useT();
  const moments = comments.map((comment, index) => ({
    key: String(index),
    at: comment.at,
    icon: comment.visibility === 'private' ? ('lock' as const) : ('globe' as const),
    ...(comment.by ? { more: t('sales.comment.by', { name: comment.by }) } : {}),
    text: (
      <>
        {comment.text} <Badge tone={comment.visibility === 'private' ? 'neutral' : 'accent'}>{t(`staff.order.${comment.visibility}`)}</Badge>
      </>
    ),
  }));
  return (
    <Panel title={t('staff.order.comments')}>
      {comments.length > 0 ? <Timeline label={t('staff.order.comments')} moments={moments} /> : <p className="text-muted">{t('staff.order.noComments')}</p>}
    </Panel>
  );
}
