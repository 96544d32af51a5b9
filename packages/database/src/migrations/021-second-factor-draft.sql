-- A secret that waits for its first code belongs to the one session, or the one login under way, that it was shown in: nobody else who knows
-- the password sees it, or puts another in its place (A2).
drop table staff_second_factor_draft;

create table staff_second_factor_draft (
  asked_in uuid primary key,
  staff_id bigint not null references staff on delete cascade,
  secret bytea not null,
  made_at timestamptz not null
);
create index staff_second_factor_draft_of on staff_second_factor_draft (staff_id);

grant select, insert, update, delete on staff_second_factor_draft to onbehalf_app;
