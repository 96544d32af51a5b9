import { useRequest } from '../shell/request-context.tsx';
import { Icon } from './icon.tsx';

/** What the last action did. The region is on every page, empty or not, so that screen readers hear the change. */
export function FlashRegion() {
  const { flash } = useRequest();
  return (
    <div role="status" aria-live="polite" id="flash" className="flash-region">
      {flash.map((message) => (
        <p key={message.text} className={`alert alert-${message.tone}`}>
          <Icon name={message.tone} />
          <span className="alert-text">{message.text}</span>
        </p>
      ))}
    </div>
  );
}
