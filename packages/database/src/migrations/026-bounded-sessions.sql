-- D02: what a loop of starts and exits can fill stays small.

-- The limit counts begun hand-overs as it counts starts (assist_session_of_actor).
create index handoff_of_actor on handoff (actor_id, created_at desc);
-- Whether a staff session may be forgotten hangs on what was begun from it.
create index assist_session_begun_from on assist_session (staff_session_id);
create index handoff_begun_from on handoff (staff_session_id);
create index staff_session_over on staff_session (ended_at) where ended_at is not null;
create index customer_session_over on customer_session (ended_at) where ended_at is not null;

/*
 * Sessions of staff and of customers that are long over and that nothing speaks of: who logged in and out is in the
 * record. Assist sessions are what the login report lists, and stay. The app can't delete sessions otherwise, nor any
 * that were on in the last 90 days: what is unusual is measured by those (E6).
 */
create function forget_sessions(p_before timestamptz, p_most integer) returns integer language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  of_staff integer;
  of_customers integer;
begin
  if p_before > clock_timestamp() - interval '90 days' then
    raise exception 'sessions of the last 90 days are kept' using errcode = 'insufficient_privilege';
  end if;
  delete from staff_session where id in (
    select t.id from staff_session t where t.ended_at < p_before
       and not exists (select from assist_session s where s.staff_session_id = t.id) and not exists (select from handoff h where h.staff_session_id = t.id)
     order by t.ended_at limit p_most for update skip locked);
  get diagnostics of_staff = row_count;
  delete from customer_session where id in (
    select t.id from customer_session t where t.ended_at < p_before order by t.ended_at limit p_most for update skip locked);
  get diagnostics of_customers = row_count;
  return of_staff + of_customers;
end $$;
revoke all on function forget_sessions from public;
grant execute on function forget_sessions to onbehalf_app;
