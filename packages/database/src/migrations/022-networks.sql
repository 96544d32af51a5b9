-- An assist session that goes on from another network than those it was used from is suspicious, not only its start (E6, N05).

alter table assist_session
  -- Where it was begun and where it went on; empty where addresses aren't tracked: then nothing is said about networks.
  add column networks text[] not null default '{}';

alter table suspicion
  -- About a session that was going on; false: about a start.
  add column during boolean not null default false;
