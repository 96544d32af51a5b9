-- Roles, staff accounts and staff groups kept by administrators (A3, A4, F2).

-- A group's team lead sees the team's customers, orders and commission (A4).
alter table staff_group add column lead_staff_id bigint references staff;
create index staff_group_lead on staff_group (lead_staff_id) where lead_staff_id is not null;

-- Names that differ in case only would be taken for each other.
create unique index role_name on role (lower(name));
create unique index staff_group_name on staff_group (lower(name));

-- Asked before a role or a group goes, and by the lists that count.
create index staff_role on staff (role_id);
create index staff_of_group on staff (staff_group_id);

-- A role that nobody has, a group that nothing knows of. What still refers to one keeps it: the foreign keys stand.
grant delete on role, staff_group to onbehalf_app;
