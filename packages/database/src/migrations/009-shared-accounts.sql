-- customer/share (G2): where accounts are shared across websites, an e-mail address stands for one account, whoever writes it and
-- however. The row of setting_epoch is what saving settings locks: an address is either seen by the save or sees what it saved.
create function keep_shared_email_single() returns trigger language plpgsql as $$
begin
  perform 1 from setting_epoch for key share;
  if not exists (select from setting_value where path = 'customer/share' and scope = 'default' and value = '"global"') then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('customer-email ' || new.email, 0));
  if exists (select from customer where email = new.email and id <> new.id) then
    raise exception 'The e-mail address has an account on another website, and accounts are shared'
      using errcode = 'unique_violation', constraint = 'customer_email', table = 'customer';
  end if;
  return new;
end $$;
create trigger customer_shared_email before insert or update of email on customer
  for each row execute function keep_shared_email_single();

-- By address over all websites, for a login to a shared account and for what stands against sharing.
create index customer_email_anywhere on customer (email);
