import { group, type AttackGroup } from './case.ts';

/** Forged requests, races, masses, secrets, and a server that dies. */
export const REQUESTS: readonly AttackGroup[] = [
  group(
    'Forged requests, headers and caches',
    ['X01', 'change by looking', 'B3, B6, B18', 'GET, HEAD or a prefetch is sent to what changes something.', 'Nothing changes.'],
    ['X02', 'a form from elsewhere', 'B2', 'A form is posted by another site, by no site, or from `Origin: null`.', 'Refused (403).'],
    ['X04', 'a body that is something else', 'B2', 'JSON is sent as plain text or as a form.', 'Refused (415).'],
    ['X05', 'another session’s form', 'B2', 'A form’s token of the staff session is used in the context, or that of one customer in another.', 'Refused (403).'],
    ['X06', 'led into a foreign hand-over', 'B3', 'A browser of staff is made to redeem the attacker’s ticket.', 'Refused: session and browser are not those it was made for.'],
    ['X07', 'cookies that say too much', 'B2', 'Every Set-Cookie of a whole journey is read.', '`__Host-`, Secure, HttpOnly, SameSite, Path=/, no Domain, small.'],
    ['X11', 'in a frame', 'B5', 'A page of the context is framed by another site.', 'The browser refuses to show it.'],
    ['X12', 'another Host', 'B3, A1', 'Host and X-Forwarded-Host name another site, above all where a mail is asked for.', 'Every link is made of the configured origin; a strange host gets no page.'],
    ['X13', 'read by another origin', 'B2', 'Another origin, or none, asks with credentials.', 'No answer may be read: no CORS header is ever given.'],
    ['X14', 'a banner that does not show', 'B5', 'Names with markup, direction marks or great length, fragments, print.', 'The banner is there, escaped, on every page.'],
    ['X15', 'a page kept for the next', 'B14', 'A cache in between or the shop’s own keeps a page of a context.', '`private, no-store`; the next visitor gets nothing of it, and the context nothing of the cache.'],
  ),
  group(
    'At the same time',
    ['K01', 'one ticket', 'B3', 'T02.', 'T02.'],
    ['K02', 'one actor', 'B7', 'S12.', 'S12.'],
    ['K03', 'exit against order', 'B6, D9', 'The exit and the order arrive together.', 'The order is wholly in the context, with its actor, or not at all.'],
    ['K05', 'the order twice', 'D9', 'A double click, or a retry after a lost answer.', 'One order.'],
    ['K06', 'two servers', 'B9, K2', 'Revoked at one, used at the other.', 'Refused at the next request.'],
    ['K07', 'start against deactivation', 'B9', 'An actor is deactivated while he starts.', 'He is not left inside.'],
    ['K09', 'two prices for one line', 'C7', 'Ten edits at once.', 'One is made, and the record has that one.'],
  ),
  group(
    'In masses',
    ['D01', 'search terms', 'A7', 'Wildcards, patterns and ten kilobytes are searched for.', 'Taken as plain text, answered in time, and no more seen than may be.'],
    ['D02', 'in and out without end', 'B7', 'Thousands of starts and exits a minute.', 'Slowed per actor; what is over is cleared away.'],
    ['D03', 'locked out by failing', 'A1', 'An attacker fails at a colleague’s login on purpose.', 'The colleague gets in all the same.'],
    ['D04', 'huge texts', 'B11', 'Reason, reference, comment, address or quantity of enormous size.', 'Refused at the field, nothing stored, and no fault.'],
  ),
  group(
    'Secrets',
    ['Z02', 'secrets in logs and tables', 'E1', 'After a whole journey every log line, page, mail outbox and table is searched for cookies, tokens and passwords.', 'None has one.'],
    ['Z03', 'faults that talk', 'E1', 'The server is made to fail.', 'The answer has no stack, no SQL and no path.'],
    ['Z04', 'another secret', 'B2', 'The server’s secret is changed while people are logged in.', 'Nobody is logged out, for tokens are not signed; a form from before is refused and says to send it again.'],
    ['Z06', 'a token that script can read', 'B2', 'Pages, storage and scripts are searched for a credential.', 'Cookies are HttpOnly, and no page holds a token that logs in.'],
  ),
  group(
    'A server that dies',
    ['F01', 'between order and record', 'E2, D9', '`kill -9` while an order is placed.', 'Order, entry and mails, or none of them.'],
    ['F03', 'while a ticket is redeemed', 'B3, E2', '`kill -9` before and after the commit.', 'The ticket is good still, or the session is there; never burnt without an entry.'],
    ['F18', 'a browser that dies', 'B8, B9', 'The context’s cookie is lost.', 'The end is on record with its reason, and the actor can start again at once.'],
  ),
];
