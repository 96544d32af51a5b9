import '../styles/index.css';
import '../pages/admin/admin.css';
import '../pages/staff/customers.css';
import '../pages/staff/dashboard.css';
import '../pages/staff/staff.css';
import './htmx-config.ts';
import 'htmx.org';
import { AssistClock } from './assist-clock.ts';
import { AutoSubmit } from './auto-submit.ts';
import { behaveLikeAPage } from './boosted.ts';
import { supportInvokers } from './invokers.ts';
import { reloadWhenRestored } from './page-returns.ts';
import { PricePreview } from './price-preview.ts';
import { runPrintButtons } from './print-buttons.ts';
import { rememberTicks } from './remembered.ts';
import { RowKeys } from './row-keys.ts';
import { runSteppers } from './steppers.ts';

customElements.define('assist-clock', AssistClock);
customElements.define('auto-submit', AutoSubmit);
customElements.define('price-preview', PricePreview);
customElements.define('row-keys', RowKeys);

behaveLikeAPage();
reloadWhenRestored();
rememberTicks();
runPrintButtons();
runSteppers();
supportInvokers();
