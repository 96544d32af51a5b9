-- What an assist session rests on is compared in the statement that acts, not only when the request is let in (B9, DESIGN: Data).

alter table store add column epoch bigint not null default 1;
create trigger store_epoch before update of active, website_id on store
  for each row execute function raise_own_epoch();

-- Addresses count too: a customer whose address a member of staff has is staff, or the actor himself (B1).
create trigger staff_email_epoch before update of email on staff
  for each row when (new.email is distinct from old.email) execute function raise_own_epoch();
create trigger customer_email_epoch before update of email on customer
  for each row when (new.email is distinct from old.email) execute function raise_own_epoch();

create function raise_epoch_of_own_account() returns trigger language plpgsql as $$
begin
  update customer set epoch = epoch + 1
   where id in (new.own_customer_id, case when tg_op = 'UPDATE' then old.own_customer_id end)
      or (website_id in (select id from website) and email in (new.email, case when tg_op = 'UPDATE' then old.email end));
  return null;
end $$;
create trigger staff_is_customer after insert on staff for each row execute function raise_epoch_of_own_account();
create trigger staff_becomes_customer after update of email, own_customer_id on staff
  for each row when (new.email is distinct from old.email or new.own_customer_id is distinct from old.own_customer_id)
  execute function raise_epoch_of_own_account();

-- A lead opens the accounts of the group's customers (A4): whoever leads it, and who is in it, is ground too.
create function raise_lead_epoch() returns trigger language plpgsql as $$
begin
  update staff set epoch = epoch + 1 where id in (new.lead_staff_id, old.lead_staff_id);
  return null;
end $$;
create trigger staff_group_lead_epoch after update of lead_staff_id on staff_group
  for each row when (new.lead_staff_id is distinct from old.lead_staff_id) execute function raise_lead_epoch();
create function raise_epoch_of_lead() returns trigger language plpgsql as $$
begin
  update staff set epoch = epoch + 1
   where id in (select g.lead_staff_id from staff_group g where g.id in (new.staff_group_id, old.staff_group_id));
  return null;
end $$;
create trigger staff_changes_group after update of staff_group_id on staff
  for each row when (new.staff_group_id is distinct from old.staff_group_id) execute function raise_epoch_of_lead();

-- The epochs as a request read them when it was let in.
create type assist_ground as (session_id uuid, actor_epoch bigint, subject_epoch bigint, store_epoch bigint, setting_epoch bigint);

-- As record_audit, for what is done in an assist session: where anything it rests on has moved since the request was
-- let in, nothing is done (errcode OB002), and the request is judged anew. Without a ground it is nobody's session.
create function record_act(p_ground assist_ground, p_body text) returns bigint language plpgsql
  set search_path = public, pg_temp as $$
declare
  v_id bigint := record_audit(p_ground.session_id, p_body);
begin
  if p_ground.session_id is null then
    return v_id;
  end if;
  -- After the session's row is locked: whoever ends it or moves the ground from here on comes after this act.
  perform 1
     from assist_session s join staff a on a.id = s.actor_id join customer c on c.id = s.subject_id join store st on st.id = s.store_id, setting_epoch g
    where s.id = p_ground.session_id and a.epoch = p_ground.actor_epoch and c.epoch = p_ground.subject_epoch
      and st.epoch = p_ground.store_epoch and g.epoch = p_ground.setting_epoch;
  if not found then
    raise exception 'what assist session % rests on has moved', p_ground.session_id using errcode = 'OB002';
  end if;
  return v_id;
end $$;
