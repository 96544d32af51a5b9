-- Stores, settings and what everything else hangs on. Run as owner; the app connects as onbehalf_app, which owns nothing.
create extension if not exists pg_trgm;

create table website (
  id smallint primary key,
  code text not null unique,
  name text not null
);

create table store (
  id smallint primary key,
  code text not null unique,
  website_id smallint not null references website,
  name text not null,
  -- '' for the store at '/', else '/de': matched on the whole first path segment.
  base text not null unique check (base ~ '^(/[a-z]{2,12})?$'),
  locale text not null check (locale in ('en', 'de', 'es')),
  currency char(3) not null,
  prices_include_tax boolean not null,
  country char(2) not null,
  time_zone text not null,
  active boolean not null default true
);

-- Only what differs from the registry's default is stored. scope_id is 0 for the default scope.
create table setting_value (
  path text not null,
  scope text not null check (scope in ('default', 'website', 'store')),
  scope_id smallint not null,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by bigint,
  primary key (path, scope, scope_id),
  check ((scope = 'default') = (scope_id = 0))
);

-- One row. Raised by every change of a setting, so that a running write sees that its ground moved (B9).
create table setting_epoch (
  only_row boolean primary key default true check (only_row),
  epoch bigint not null default 1
);
insert into setting_epoch default values;

create function raise_setting_epoch() returns trigger language plpgsql as $$
begin
  update setting_epoch set epoch = epoch + 1;
  return null;
end $$;
create trigger setting_epoch after insert or update or delete on setting_value
  for each statement execute function raise_setting_epoch();

create table tax_rate (
  country char(2) not null,
  tax_class text not null,
  basis_points integer not null check (basis_points between 0 and 10000),
  primary key (country, tax_class)
);

-- Kept by the login limiter: a library's table, in the shape it asks for.
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  -- Milliseconds since 1970. Not bigint, which our connections read as one: the library counts in numbers.
  expire double precision
);

grant select on website, store, setting_value, setting_epoch, tax_rate to onbehalf_app;
grant insert, update, delete on setting_value to onbehalf_app;
grant update on setting_epoch to onbehalf_app;
grant select, insert, update, delete on rate_limit to onbehalf_app;
