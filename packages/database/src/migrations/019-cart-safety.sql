-- The cart as it was on entry and on exit, and whose change was the last (C8, B8).

alter table cart
  -- The assist session of the last change; null: the customer's own.
  add column changed_in uuid,
  -- The version after the last change by anybody else than that.
  add column others_version integer not null default 0;

-- Whoever raises the version says in which session; from whom the cart was taken over is kept here, in one place.
create function keep_cart_hands() returns trigger language plpgsql as $$
begin
  new.others_version := old.version;
  return new;
end $$;
create trigger cart_hands before update of changed_in on cart
  for each row when (new.changed_in is distinct from old.changed_in) execute function keep_cart_hands();

alter table assist_session
  add column cart_on_exit jsonb,
  add column cart_restored_at timestamptz,
  -- Why the cart stayed as it was left, where the shop asks for the cart as on entry: a refusal's code.
  add column cart_kept_code text;
