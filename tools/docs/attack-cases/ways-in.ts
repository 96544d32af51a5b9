import { group, type AttackGroup } from './case.ts';

/** Tickets, links, bearer tokens, and what an address or a proxy may claim. */
export const WAYS_IN: readonly AttackGroup[] = [
  group(
    'Tickets between the portal and a store',
    ['T01', 'redeemed again', 'B3', 'A ticket that was used is sent a second time.', 'It is over (410); there is one assist session, and the second try is on record.'],
    ['T02', 'redeemed by many at once', 'B3', 'Fifty requests redeem one ticket in parallel.', 'Exactly one is let in; one session, one start on record.'],
    ['T03', 'at the edge of its time', 'B3', 'A ticket is redeemed just before, at and just after its end.', 'Before it is good, at and after it is over, by the database’s clock.'],
    ['T05', 'in another browser', 'B3', 'A stolen ticket is redeemed where the store’s nonce cookie is missing or another.', 'Refused, and not burnt: the right browser can still use it.'],
    ['T06', 'by a colleague', 'B3', 'Another member of staff opens the hand-over or has its ticket minted.', 'Refused for him, on record under his name; it stays good for whom it was made.'],
    ['T10', 'what is no ticket', 'B3', 'Lists, objects, numbers, nothing, two values or a megabyte are sent in place of a ticket.', 'Refused without a fault and without a look-up.'],
    ['T11', 'guessing', 'B3', 'Tickets are guessed, from one address and from many of one network.', 'Slowed after a few, for the whole /64. Each is on record, a guess gets the very answer of a ticket that is over, and however many there are, a colleague’s good ticket goes through.'],
    ['T12', 'left lying about', 'B3', 'Somebody reads access logs, Referer headers, the browser’s history, caches or the database for a ticket.', 'It is in none of them: a fragment until it is posted, a hash at rest, `no-referrer` and `no-store` on the way.'],
    ['T13', 'the ground moves after minting', 'B1, B3, B9', 'Between minting and redeeming the actor is demoted, the customer blocked, the consent withdrawn or the assignment taken away.', 'All checks of the start run again: refused with the reason, and nothing is burnt.'],
    ['T14', 'minted in masses', 'B3', 'One actor has many tickets made.', 'Only the newest is good, and old rows are cleared away.'],
  ),
  group(
    'Links in a mail',
    ['E02', 'forwarded', 'B18', 'The mail goes on to a colleague, or to nobody who works here.', 'It asks for the staff login of the person it was made for; another learns not even the customer’s name.'],
    ['E03', 'too late', 'B18', 'The link is opened after its time.', 'It is over.'],
    ['E04', 'used twice, or at once', 'B18', 'The link is confirmed again, and by ten requests in parallel.', 'It works once.'],
    ['E05', 'for another customer', 'B18', 'The link is turned to another customer or to the portal.', 'It leads into its own customer and grants no staff right.'],
    ['E07', 'the address changes', 'B18', 'The account gets another e-mail address while a link is open.', 'Links that went to the old one are over.'],
    ['E08', 'read along the way', 'B18', 'The link’s page is left for other pages and its address told to them as Referer, or kept in a cache.', 'The page and the login on the way send no Referer and are not stored; nothing of another origin is loaded by them.'],
    ['E09', 'in mail logs and outbox', 'B18, A1', 'Somebody reads outbox, record, bounces and log for a link’s token.', 'It is made when the mail is sent and kept as a hash; no log or view has it.'],
  ),
  group(
    'Tokens of the REST interface',
    ['I01', 'guessing a password', 'A1', 'Passwords and e-mails are tried at `POST /V1/staff/token`.', 'Unknown, wrong and inactive get the same answer in the same time, and guessing is slowed.'],
    ['I03', 'a context token outlives its ground', 'B9', 'The token of a context is used after the staff token was revoked, the actor demoted or the customer blocked.', 'It is dead at the next request.'],
    ['I05', 'a token that lacks its parts', 'B2', 'Bearers are sent that look like our tokens or like a JWT without expiry, actor or session.', 'A token says nothing by itself: what has no row in the database is refused.'],
    ['I06', 'forged signatures', 'B2', 'JWTs with `alg: none`, a confused key or a path for a key id are sent.', 'No signature is ever evaluated; each is refused as not signed in.'],
    ['I09', 'more than the browser may', 'B7, B8, B15, B16', 'A context is entered through REST to get round idle time, one-at-a-time, restricted pages and price rules.', 'Same checks, same limits, same record as in the browser.'],
    ['I10', 'a key without a person', 'B1', 'Something that is nobody’s account starts a context.', 'There is no such key: every token belongs to one member of staff, a context’s token can’t start another, a customer’s can’t either.'],
    ['I11', 'lists that give tokens away', 'A1', 'Tokens are read back from lists and revoked.', 'A list gives handles; a token is shown once, when it is made.'],
  ),
  group(
    'Addresses and proxies',
    ['N01', 'a forged X-Forwarded-For', 'A1, E1', 'A client names an address of its own choice.', 'Ignored but from a trusted proxy: limits and record go by the connection.'],
    ['N04', 'whose address it was', 'E1', 'An actor is inside a customer’s account.', 'His address and the customer’s are kept apart, and the customer’s last address stays the customer’s.'],
    ['N05', 'the address changes in a session', 'E1, B9', 'A context’s cookie is used from another network.', 'It is on record, and what the shop decided for such a case happens.'],
    ['N06', 'other headers that name an address', 'A1, E1', '`Forwarded`, `X-Real-IP` and those of proxy services are sent.', 'Ignored.'],
  ),
];
